/// No request can run into these, so that no refusal is needed for them. One that is reached all the same is a fault of
/// ours, and is answered and logged as such.
enum UnreachableConstraints {
    static var all: Set<String> { Set(reasons.flatMap(\.names)) }

    // swift-format-ignore
    static let reasons: [(because: String, names: [String])] = [
        (because: "the service makes the id, at random or by counting under a lock", names: [
            "access_tokens_pkey", "draft_reminders_pkey", "signature_requests_pkey", "application_attachments_pkey", "application_attachments_id_application_id_key", "attachment_pieces_pkey", "access_tokens_token_hash_key", "breach_replies_pkey", "invitation_publications_pkey", "alarms_pkey", "application_snapshots_pkey", "breaches_pkey",
            "budget_lines_pkey", "call_rules_pkey", "calls_pkey", "case_events_pkey", "conditions_pkey", "decisions_pkey",
            "deviations_pkey", "event_versions_pkey", "events_calendar_uid_key", "events_pkey", "grant_applications_pkey",
            "grant_applications_registry_number_key", "grants_pkey", "outbox_pkey", "payment_holds_pkey",
            "registry_series_pkey", "rule_evaluations_pkey", "sessions_pkey",
        ]),
        (because: "the row that is named was read or written in the same transaction, and is never deleted", names: [
            "application_events_application_id_fkey", "application_attachments_application_id_fkey", "application_partners_application_id_fkey", "draft_reminders_application_id_fkey", "signature_requests_application_id_fkey", "attachment_pieces_attachment_id_application_id_fkey", "application_snapshots_application_id_fkey",
            "breach_replies_condition_id_fkey", "breaches_condition_id_fkey", "invitation_publications_event_id_fkey", "breaches_deviation_id_fkey", "breaches_grant_id_fkey",
            "budget_lines_application_id_fkey", "call_has_its_rule", "call_rules_call_id_fkey",
            "case_events_application_id_fkey", "condition_follows_a_rule", "conditions_event_id_fkey",
            "conditions_grant_id_fkey", "decisions_application_id_fkey", "deviations_event_id_fkey",
            "event_versions_event_id_fkey", "grants_application_id_fkey", "grants_call_id_fkey",
            "grants_library_id_fkey", "payment_holds_breach_id_fkey", "payment_holds_grant_id_fkey",
            "recommendations_application_id_fkey", "rule_evaluations_application_id_fkey",
        ]),
        (because: "the one who is named is logged in, and people are never deleted", names: [
            "access_tokens_person_id_fkey", "application_attachments_added_by_fkey", "application_partners_confirmed_by_fkey", "signature_requests_asked_by_fkey", "breach_replies_replied_by_fkey", "answered_requests_person_id_fkey", "calls_created_by_fkey",
            "case_events_actor_id_fkey", "decisions_decided_by_fkey", "decisions_recommended_by_fkey",
            "deviations_reported_by_fkey", "event_versions_recorded_by_fkey", "events_created_by_fkey", "grant_applications_case_officer_id_fkey",
            "grant_applications_created_by_fkey", "grant_applications_submitted_by_fkey",
            "recommendations_recommended_by_fkey", "sessions_person_id_fkey",
        ]),
        (because: "the word comes from an enum of Domain", names: [
            "application_status_is_known", "attachment_kind_is_known", "partner_role_is_known", "scan_state_is_known", "attendance_is_known", "budget_kind_is_known", "call_status_is_known",
            "condition_state_is_known", "decision_outcome_is_known", "deviation_kind_is_known", "event_kind_is_known",
            "event_status_is_known", "grant_state_is_known", "invitation_scope_is_known", "invitation_state_is_known",
            "verdict_is_known",
        ]),
        (because: "the state and its data are one associated value in Domain", names: [
            "cancelled_event_has_its_reason", "only_co_applicants_confirm", "scanned_attachment_has_its_time", "only_a_list_names_invitees", "only_approvals_have_an_amount",
            "published_call_has_its_time", "published_event_has_its_time", "published_invitation_has_its_time",
            "received_application_is_registered", "recommendation_is_complete",
            "reviewed_application_has_a_case_officer", "snapshot_names_its_form",
        ]),
        (because: "Domain has asked for more than this", names: [
            "attachment_description_is_short", "attachment_has_its_hash", "attachment_is_of_a_sensible_size", "condition_invites_somebody", "partner_does_something", "reminder_is_seven_days_or_one_before", "email_is_an_address", "grant_amount_is_positive", "only_co_hosts_confirm", "rule_parameters_are_sensible",
        ]),
        (because: "a shared amount is read from text that has no minus sign", names: [
            "budget_line_is_not_negative", "condition_cost_share_is_not_negative", "cost_share_is_not_negative",
            "requested_amount_is_not_negative",
        ]),
        (because: "the key of a request is measured where it is read", names: ["key_is_short"]),
        (because: "an application has each event once, and gets one grant", names: ["one_condition_per_event_and_grant"]),
        (because: "the statement itself says what to do when there is one already", names: ["chores_pkey", "one_open_alarm_per_subject"]),
        (because: "it holds nothing back: it is what the foreign key of a condition points at", names: [
            "event_says_whether_it_invites_region",
        ]),
        (because: "no operation changes what is kept for ever", names: [
            "condition_keeps_its_terms", "infected_attachment_stays_infected", "conditions_are_never_deleted", "grant_keeps_its_terms", "records_are_never_changed",
        ]),
        (because: "one function writes all of it in one transaction", names: [
            "approved_application_has_a_grant", "breached_condition_has_its_breach", "granted_amount_adds_up",
        ]),
        (because: "no operation inserts an application that is under way already", names: [
            "event_of_a_new_row_is_in_one_case",
        ]),
        (because: "the row is written once, by a migration or by samlyft migrate, which reads a host name", names: [
            "calendar_host_is_a_host_name", "calendar_stamp_only_row_check", "calendar_stamp_pkey",
            "installation_only_row_check", "installation_pkey",
        ]),
        (because: "only seeds and administrators write the region, its libraries and its people", names: [
            "branch_begins_before_it_ends", "branch_kind_is_known", "branches_library_id_fkey", "branches_pkey",
            "branches_slug_key", "calls_region_id_fkey", "earlier_awards_library_id_fkey", "earlier_awards_pkey",
            "libraries_municipality_code_fkey", "libraries_pkey", "libraries_slug_key",
            "libraries_successor_id_fkey", "library_begins_before_it_ends", "library_kind_is_known",
            "library_roles_name_their_library", "membership_begins_before_it_ends", "municipalities_pkey",
            "municipalities_region_id_fkey", "municipalities_slug_key", "municipality_code_is_four_digits",
            "people_library_id_fkey", "people_pkey",
            "people_region_id_fkey", "region_members_library_id_fkey",
            "region_members_pkey", "region_members_region_id_fkey", "regions_pkey", "regions_slug_key",
            "role_assignments_library_id_fkey", "role_assignments_person_id_fkey", "role_begins_before_it_ends",
            "role_is_known",
        ]),
    ]
}
