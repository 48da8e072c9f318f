package import Domain

/// What the states and kinds of the Domain are called.
extension Phrases {
    package func name(_ kind: EventKind) -> String {
        switch kind {
        case .lecture: say("Föreläsning", en: "Lecture")
        case .trainingDay: say("Utbildningsdag", en: "Training day")
        case .workshop: say("Workshop", en: "Hands-on workshop")
        case .webinar: say("Webbinarium", en: "Webinar")
        case .networkMeeting: say("Nätverksträff", en: "Network meeting")
        case .studyVisit: say("Studiebesök", en: "Study visit")
        case .conference: say("Konferens", en: "Conference")
        case .retreat: say("Internat", en: "Residential meeting")
        case .learningCircle: say("Lärcirkel", en: "Learning circle")
        case .branchVisit: say("Filialbesök", en: "Branch visit")
        }
    }

    package func name(_ attendance: Attendance) -> String {
        switch attendance {
        case .onsite: say("På plats", en: "On site")
        case .online: say("Digitalt", en: "Online")
        case .hybrid: say("På plats och digitalt", en: "On site and online")
        }
    }

    package func name(_ audience: Audience) -> String {
        switch audience {
        case .staff: say("Bibliotekspersonal", en: "Library staff")
        case .heads: say("Bibliotekschefer", en: "Library heads")
        case .ambassadors: say("Ambassadörer", en: "Ambassadors")
        case .referenceGroup: say("Referensgruppen", en: "Reference group")
        case .public: say("Allmänheten", en: "The public")
        }
    }

    package func name(_ role: Role) -> String {
        switch role {
        case .staff: say("Medarbetare", en: "Staff member")
        case .host: say("Arrangör", en: "Event host")
        case .applicant: say("Sökande", en: "Applicant")
        case .signatory: say("Behörig att skriva under", en: "Signatory")
        case .head: say("Bibliotekschef", en: "Head of library")
        case .ambassador: say("Ambassadör", en: "Ambassador")
        case .caseOfficer: say("Handläggare", en: "Case officer")
        case .decisionMaker: say("Beslutsfattare", en: "Decision maker")
        case .finance: say("Ekonomi", en: "Finance")
        case .developer: say("Utvecklare", en: "Development lead")
        case .auditor: say("Granskare", en: "Auditor")
        case .administrator: say("Administratör", en: "Administrator")
        case .reviewer: say("Bedömare", en: "Reviewer")
        }
    }

    package func name(_ scope: Invitation.Scope) -> String {
        switch scope {
        case .all: say("Alla bibliotek i regionen", en: "All libraries of the region")
        case .list: say("Utvalda bibliotek", en: "Chosen libraries")
        case .public: say("Alla som vill", en: "Everybody")
        case .own: say("Bara egen personal", en: "Own staff only")
        }
    }

    package func name(_ state: Invitation.State) -> String {
        switch state {
        case .draft: say("Utkast", en: "Draft")
        case .bound: say("Utlovad: går ut vid beslut", en: "Bound: goes out with the decision")
        case .published: say("Publicerad", en: "Published")
        case .withdrawn: say("Återkallad", en: "Withdrawn")
        }
    }

    package func name(_ status: Event.Status) -> String {
        switch status {
        case .draft: say("Utkast", en: "Draft")
        case .published: say("Publicerad", en: "Published")
        case .cancelled: say("Inställt", en: "Cancelled")
        }
    }

    package func name(_ kind: Library.Kind) -> String {
        switch kind {
        case .public: say("Folkbibliotek", en: "Public library")
        case .university: say("Högskolebibliotek", en: "University library")
        case .school: say("Skolbibliotek", en: "School library")
        case .hospital: say("Sjukhusbibliotek", en: "Hospital library")
        case .regional: say("Regional biblioteksverksamhet", en: "Regional library agency")
        case .national: say("Nationellt bibliotek", en: "National library")
        case .association: say("Förening", en: "Association")
        }
    }
}
