/// No request can run into these, so that no refusal is needed for them. One that is reached all the same is a fault of
/// ours, and is answered and logged as such.
enum UnreachableConstraints {
    static var all: Set<String> { Set(reasons.flatMap(\.names)) }

    // swift-format-ignore
    static let reasons: [(because: String, names: [String])] = [
        (because: "the service makes the id, at random or by counting under a lock", names: [
            "access_tokens_pkey", "access_tokens_token_hash_key", "payee_accounts_pkey", "settlements_pkey", "claims_pkey", "claim_entries_pkey", "payments_pkey", "payment_has_its_number", "payment_batches_pkey", "payment_batch_has_its_number", "payment_batch_lines_pkey", "attested_payment_is_exported_once", "breach_replies_pkey", "invitation_publications_pkey", "alarms_pkey", "application_snapshots_pkey", "breaches_pkey",
            "budget_lines_pkey", "call_rules_pkey", "calls_pkey", "case_events_pkey", "conditions_pkey", "decisions_pkey",
            "decision_documents_number_key", "decision_documents_pkey", "decision_series_pkey", "decisions_number_key", "delegations_pkey",
            "corrections_pkey", "document_prints_pkey", "print_jobs_pkey", "one_letter_per_decision", "reopenings_document_id_key",
            "deviations_pkey", "event_versions_pkey", "events_calendar_uid_key", "events_pkey", "grant_applications_pkey",
            "grant_applications_registry_number_key", "grants_pkey", "outbox_pkey", "payment_holds_pkey",
            "registry_series_pkey", "rule_evaluations_pkey", "sessions_pkey", "completion_requests_pkey", "call_rubrics_pkey",
            "call_criteria_pkey", "reviews_pkey", "review_scores_pkey", "declared_conflicts_pkey", "case_messages_pkey",
        ]),
        (because: "the row that is named was read or written in the same transaction, and is never deleted", names: [
            "grant_acceptances_grant_id_fkey", "settlements_condition_id_fkey", "claims_grant_id_fkey", "claim_entries_claim_id_fkey", "payee_accounts_grant_id_fkey", "payments_grant_id_fkey", "payment_batch_lines_batch_id_fkey", "payment_batch_lines_payment_id_fkey",
            "application_events_application_id_fkey", "application_snapshots_application_id_fkey",
            "breach_replies_condition_id_fkey", "breaches_condition_id_fkey", "invitation_publications_event_id_fkey", "breaches_deviation_id_fkey", "breaches_grant_id_fkey",
            "budget_lines_application_id_fkey", "call_has_its_rule", "call_rules_call_id_fkey",
            "case_events_application_id_fkey", "condition_follows_a_rule", "conditions_event_id_fkey",
            "conditions_grant_id_fkey", "announcements_decision_id_fkey", "corrections_decision_id_fkey", "corrections_document_id_fkey",
            "decision_documents_application_id_fkey", "decision_documents_decision_id_fkey", "decisions_delegation_id_fkey",
            "document_prints_document_id_fkey", "grants_decision_id_fkey", "print_jobs_document_id_fkey",
            "reopenings_decision_id_fkey", "reopenings_document_id_fkey",
            "decisions_application_id_fkey", "deviations_event_id_fkey",
            "event_versions_event_id_fkey", "grants_application_id_fkey", "grants_call_id_fkey",
            "grants_library_id_fkey", "payment_holds_breach_id_fkey", "payment_holds_grant_id_fkey",
            "recommendations_application_id_fkey", "rule_evaluations_application_id_fkey",
            "completion_requests_application_id_fkey", "completion_drafts_request_id_fkey", "draft_reminders_application_id_fkey",
            "call_rubrics_call_id_fkey", "criterion_is_of_a_rubric", "reviews_application_id_fkey",
            "review_is_of_a_received_version", "review_is_by_a_rubric", "review_scores_review_id_fkey",
            "declared_conflicts_application_id_fkey", "case_messages_application_id_fkey",
        ]),
        (because: "the one who is named is logged in, and people are never deleted", names: [
            "access_tokens_person_id_fkey", "grant_acceptances_accepted_by_fkey", "settlements_settled_by_fkey", "claims_demanded_by_fkey", "claim_entries_recorded_by_fkey", "payee_accounts_confirmed_by_fkey", "payments_requested_by_fkey", "payments_attested_by_fkey", "payments_paid_by_fkey", "payment_batches_made_by_fkey", "breach_replies_replied_by_fkey", "answered_requests_person_id_fkey", "calls_created_by_fkey",
            "case_events_actor_id_fkey", "announcements_posted_by_fkey", "corrections_corrected_by_fkey", "decision_documents_issued_by_fkey",
            "decision_texts_created_by_fkey", "delegations_created_by_fkey", "reopenings_reopened_by_fkey",
            "decisions_decided_by_fkey", "decisions_recommended_by_fkey",
            "deviations_reported_by_fkey", "event_versions_recorded_by_fkey", "events_created_by_fkey", "grant_applications_case_officer_id_fkey",
            "grant_applications_created_by_fkey", "grant_applications_submitted_by_fkey",
            "recommendations_recommended_by_fkey", "sessions_person_id_fkey", "completion_requests_requested_by_fkey",
            "completion_drafts_saved_by_fkey", "call_rubrics_recorded_by_fkey", "reviews_reviewed_by_fkey",
            "declared_conflicts_person_id_fkey", "declared_conflicts_declared_by_fkey", "declared_conflicts_lifted_by_fkey",
            "case_messages_sent_by_fkey",
        ]),
        (because: "the word comes from an enum of Domain", names: [
            "appeal_is_known", "delegation_is_of_known_outcomes", "document_kind_is_known", "reopening_ground_is_known",
            "text_kind_is_known", "text_language_is_known",
            "application_status_is_known", "attendance_is_known", "budget_kind_is_known", "call_status_is_known",
            "condition_state_is_known", "decision_outcome_is_known", "deviation_kind_is_known", "event_kind_is_known",
            "event_status_is_known", "grant_state_is_known", "invitation_scope_is_known", "invitation_state_is_known",
            "verdict_is_known", "completion_ending_is_known", "conflict_ground_is_known", "message_visibility_is_known",
            "message_side_is_known", "payment_mode_is_known", "settlement_outcome_is_known", "claim_kind_is_known", "claim_state_is_known", "claim_entry_kind_is_known", "payee_account_kind_is_known", "payment_state_is_known",
        ]),
        (because: "the state and its data are one associated value in Domain", names: [
            "attested_payment_is_complete", "paid_payment_is_complete", "unpaid_payment_has_its_reason", "cancelled_event_has_its_reason", "only_a_list_names_invitees", "only_approvals_have_an_amount",
            "published_call_has_its_time", "published_event_has_its_time", "published_invitation_has_its_time",
            "received_application_is_registered", "recommendation_is_complete",
            "reviewed_application_has_a_case_officer", "snapshot_names_its_form", "ended_completion_has_its_time",
            "lifted_conflict_has_its_reason",
        ]),
        (because: "Domain has asked for more than this", names: [
            "announcement_says_something", "announcement_stands_three_weeks", "approval_has_conditions",
            "correction_says_something", "decision_tells_how_to_appeal", "delegated_amount_is_positive",
            "delegation_begins_before_it_ends", "delegation_has_a_number", "document_is_what_was_hashed",
            "print_is_what_was_hashed", "reopening_says_why", "text_says_something",
            "completion_names_its_fields", "completion_says_what_is_needed", "rubric_asks_for_some_reviews",
            "criterion_has_its_names", "criterion_weighs_something", "criteria_weigh_a_hundred", "score_is_on_the_scale",
            "score_has_its_reason", "review_scores_every_criterion", "conflict_is_explained", "only_the_region_writes_notes",
            "message_says_something", "payment_amount_is_positive", "claim_amount_is_positive", "claim_entry_amount_is_positive", "withheld_is_not_negative", "settlement_has_reasons", "report_days_are_sensible", "published_call_keeps_its_terms", "accepted_terms_match_their_hash", "condition_invites_somebody", "email_is_an_address", "grant_amount_is_positive", "only_co_hosts_confirm", "rule_parameters_are_sensible",
        ]),
        (because: "a shared amount is read from text that has no minus sign", names: [
            "budget_line_is_not_negative", "condition_cost_share_is_not_negative", "cost_share_is_not_negative",
            "requested_amount_is_not_negative",
        ]),
        (because: "the key of a request is measured where it is read", names: ["key_is_short"]),
        (because: "an application has each event once, and gets one grant", names: ["one_condition_per_event_and_grant"]),
        (because: "the statement itself says what to do when there is one already", names: ["chores_pkey", "one_open_alarm_per_subject", "completion_drafts_pkey", "draft_reminders_pkey"]),
        (because: "it holds nothing back: it is what the foreign key of a condition points at", names: [
            "event_says_whether_it_invites_region",
        ]),
        (because: "no operation changes what is kept for ever", names: [
            "payment_is_kept", "condition_keeps_its_terms", "conditions_are_never_deleted", "grant_keeps_its_terms", "records_are_never_changed",
            "declaration_is_kept",
        ]),
        (because: "one function writes all of it in one transaction", names: [
            "completion_is_asked_for", "repayments_cover_the_claim", "approved_application_has_a_grant", "breached_condition_has_its_breach", "granted_amount_adds_up",
            "superseded_decision_was_reopened",
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
