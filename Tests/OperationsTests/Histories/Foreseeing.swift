import Domain
import TestDatabase

extension History {
    /// What the tables make of a step.
    static func foresee(
        _ model: CaseState, after step: Step, in scene: Scene, _ tables: CaseState.Tables
    ) throws -> Result<CaseState, Refusal> {
        let actor = try actor(step.who, in: scene)
        do throws(Refusal) {
            return .success(try foreseen(model, after: step, by: actor, tables))
        } catch {
            return .failure(error)
        }
    }

    private static func foreseen(
        _ model: CaseState, after step: Step, by actor: CaseActor, _ tables: CaseState.Tables
    ) throws(Refusal) -> CaseState {
        switch step.action {
        case .command(let command):
            // Of a grant that goes on for other events a part is demanded: the operation sees which it is.
            let isPart = command == .grant(.demandRepayment) && model.othersBind
            var next = try model.after(isPart ? .grant(.demandPart) : command, by: actor, tables: tables)
            // Here half of what is given is waived, and the condition binds on (the model check waives to nothing).
            if case .condition(.waivePart, let index) = command {
                next.events[index].bindsOn = !next.events[index].isCancelled && !next.events[index].hasEnded
            }
            return command == .grant(.accept) ? released(next, tables) : next
        case .reply(let index):
            guard actor.answersForKlippan, model.events[index].condition?.holdsPayments == true else {
                throw .conflict(.wrongState)
            }
            var next = model
            next.events[index].hostWasHeard = true
            return next
        case .confirmAccount:
            guard actor.isActor(.person(.signatory)), let grant = model.grant, grant.state.isInForce,
                !grant.payments.contains(where: { $0.state == .attested })
            else { throw .conflict(.wrongState) }
            var next = model
            next.terms.payeeIsConfirmed = true
            return next
        case .export: return model
        }
    }

    /// What is planned is requested at once, unless a breach stands.
    private static func released(_ model: CaseState, _ tables: CaseState.Tables) -> CaseState {
        do { return try model.after(.payment(.release, number: 0), by: .clock, tables: tables) } catch { return model }
    }
}

extension CaseActor {
    fileprivate var answersForKlippan: Bool {
        [Role.host, .applicant, .signatory].contains { isActor(.person($0)) }
    }
}
