using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NghiTruong.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "access_grant",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_grant", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "access_token",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_token", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "agency",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    folded = table.Column<string>(type: "TEXT", nullable: false),
                    short_name = table.Column<string>(type: "TEXT", nullable: true),
                    organ_code = table.Column<string>(type: "TEXT", maxLength: 35, nullable: true),
                    email = table.Column<string>(type: "TEXT", nullable: true),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    successor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agency", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "agreement_duty",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agreement_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    party_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cadence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    product = table.Column<string>(type: "TEXT", nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    continues_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ended_because = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agreement_duty", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "agreement_party",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agreement_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    body_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    partner_council_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agreement_party", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "agreement_step",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agreement_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    party_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    term = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agreement_step", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "agreement_task",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    agreement_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    duty_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    owner = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    owed_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    document = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    result = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agreement_task", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "answer_document",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    number = table.Column<string>(type: "TEXT", nullable: true),
                    issued_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    received_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    on_behalf = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_answer_document", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "answered_request",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    fingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: true),
                    content_type = table.Column<string>(type: "TEXT", nullable: true),
                    location = table.Column<string>(type: "TEXT", nullable: true),
                    body = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_answered_request", x => new { x.user_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "body",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    authority_form = table.Column<string>(type: "TEXT", nullable: true),
                    signer_title = table.Column<string>(type: "TEXT", nullable: true),
                    signer_name = table.Column<string>(type: "TEXT", nullable: true),
                    uses_council_seal = table.Column<bool>(type: "INTEGER", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_body", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "briefing",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    body_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    owed_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    held_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    place = table.Column<string>(type: "TEXT", nullable: true),
                    chair = table.Column<string>(type: "TEXT", nullable: true),
                    minutes = table.Column<string>(type: "TEXT", nullable: true),
                    excused_because = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_briefing", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "briefing_cadence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    body_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    every = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    basis = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_briefing_cadence", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "citizen_letter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    register_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    is_protected = table.Column<bool>(type: "INTEGER", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    source_note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    delegate_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    delegate_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    registered_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    received_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    written_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    is_anonymous = table.Column<bool>(type: "INTEGER", nullable: false),
                    senders = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    authority = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    screened_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reason_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    reason_note = table.Column<string>(type: "TEXT", nullable: true),
                    duplicate_of = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    settle_rule = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    transfer_letter_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    transfer_agency_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    transferred_to = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    transfer_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    transferred_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    guidance_letter_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    guided_to = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    guidance_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    guided_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    filed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    handling_told_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    answered_by = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    answer_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    answered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    settled_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    report_due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    told_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    told_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    duty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    extended_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    extended_because = table.Column<string>(type: "TEXT", nullable: true),
                    owed_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_citizen_letter", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "citizen_reception",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    planned_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    starts_at = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    ends_at = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    place = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    is_online = table.Column<bool>(type: "INTEGER", nullable: false),
                    delegate_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    receiver = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    published_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    notify_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    test_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    connect_from = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    notified_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    tested_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    connected_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    held_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    missed_because = table.Column<string>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_citizen_reception", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "citizen_visit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    reception_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    is_protected = table.Column<bool>(type: "INTEGER", nullable: false),
                    person_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    address = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    identity_number = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    phone = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    summary = table.Column<string>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    people = table.Column<int>(type: "INTEGER", nullable: false),
                    settled_by = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    letter_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    letter_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    petition_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    guided_to = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    guidance_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    explained = table.Column<string>(type: "TEXT", nullable: true),
                    refused_because = table.Column<string>(type: "TEXT", nullable: true),
                    refusal_due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    refusal_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    refusal_sent_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    papers = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_citizen_visit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "code_series",
                columns: table => new
                {
                    series = table.Column<string>(type: "TEXT", nullable: false),
                    last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_code_series", x => x.series);
                });

            migrationBuilder.CreateTable(
                name: "column_mapping",
                columns: table => new
                {
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    register = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_column_mapping", x => new { x.council_id, x.register, x.title });
                });

            migrationBuilder.CreateTable(
                name: "conference",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    theme = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    held_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: true),
                    chair = table.Column<string>(type: "TEXT", nullable: true),
                    invited = table.Column<string>(type: "TEXT", nullable: true),
                    report = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    conclusion = table.Column<string>(type: "TEXT", nullable: true),
                    notice_letter_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    notice_number = table.Column<string>(type: "TEXT", nullable: true),
                    notice_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    folded = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conference", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "conference_opinion",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    conference_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    speaker = table.Column<string>(type: "TEXT", nullable: true),
                    body = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conference_opinion", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "conference_paper",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    conference_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    author = table.Column<string>(type: "TEXT", nullable: true),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conference_paper", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "conference_participant",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    conference_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    site_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    post = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    body = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    person_key = table.Column<string>(type: "TEXT", maxLength: 520, nullable: false),
                    is_present = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conference_participant", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "conference_proposal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    conference_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    opinion_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    lead_agency_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    lead = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    item_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    result = table.Column<string>(type: "TEXT", nullable: true),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conference_proposal", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "conference_site",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    conference_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    site_council_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conference_site", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "coordination_agreement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    signed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    scope = table.Column<string>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    warn_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    warned_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    owed_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ended_because = table.Column<string>(type: "TEXT", nullable: true),
                    successor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    renews_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    folded = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coordination_agreement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "council_session",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    term = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    opens_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    closes_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_council_session", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "count_cell",
                columns: table => new
                {
                    place = table.Column<Guid>(type: "TEXT", nullable: false),
                    session = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    grain = table.Column<string>(type: "TEXT", maxLength: 1, nullable: false),
                    period = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    dimension = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    n = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_count_cell", x => new { x.place, x.session, x.grain, x.dimension, x.period, x.kind, x.value, x.outcome });
                });

            migrationBuilder.CreateTable(
                name: "count_delta",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    authority = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    n = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_count_delta", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "count_line",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    authority = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    n = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_count_line", x => new { x.council_id, x.day, x.kind, x.status, x.outcome, x.field, x.authority, x.due, x.agency_id, x.session, x.province_id });
                });

            migrationBuilder.CreateTable(
                name: "coverage_line",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    period_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    period_to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    tier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    grp = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    sort_key = table.Column<string>(type: "TEXT", nullable: false),
                    needed = table.Column<int>(type: "INTEGER", nullable: false),
                    done = table.Column<int>(type: "INTEGER", nullable: false),
                    is_missing = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coverage_line", x => new { x.kind, x.subject_id, x.period_from });
                });

            migrationBuilder.CreateTable(
                name: "day_off",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name_vietnamese = table.Column<string>(type: "TEXT", nullable: false),
                    name_english = table.Column<string>(type: "TEXT", nullable: false),
                    @checked = table.Column<bool>(name: "checked", type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_day_off", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "deadline_rule",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    tier = table.Column<string>(type: "TEXT", nullable: true),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    days = table.Column<int>(type: "INTEGER", nullable: false),
                    day_type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    direction = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    roll_forward = table.Column<bool>(type: "INTEGER", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    valid_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    name_vietnamese = table.Column<string>(type: "TEXT", nullable: false),
                    name_english = table.Column<string>(type: "TEXT", nullable: false),
                    legal_basis = table.Column<string>(type: "TEXT", nullable: false),
                    @checked = table.Column<bool>(name: "checked", type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deadline_rule", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "definition",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    catalogue = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    list = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    vietnamese = table.Column<string>(type: "TEXT", nullable: false),
                    english = table.Column<string>(type: "TEXT", nullable: false),
                    basis = table.Column<string>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    is_required = table.Column<bool>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: true),
                    choices = table.Column<string>(type: "TEXT", nullable: true),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    is_retired = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_definition", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "delegate",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    term = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    full_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    folded = table.Column<string>(type: "TEXT", nullable: false),
                    sort_key = table.Column<string>(type: "TEXT", nullable: false),
                    is_woman = table.Column<bool>(type: "INTEGER", nullable: true),
                    occupation = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    education = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    constituency = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    entry = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    group_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    is_full_time = table.Column<bool>(type: "INTEGER", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ended_because = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    end_document = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_delegate", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "delegate_particulars",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    @sealed = table.Column<string>(name: "sealed", type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_delegate_particulars", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "delegate_post",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    delegate_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    post = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    body_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    document = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    end_document = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_delegate_post", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "delegate_report",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    delegate_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    handed_in_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    counted_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_delegate_report", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "delegate_spell",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    delegate_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    document = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    end_document = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_delegate_spell", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "delegate_total",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    total = table.Column<int>(type: "INTEGER", nullable: false),
                    basis = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_delegate_total", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "due_move",
                columns: table => new
                {
                    recount_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    item_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject_code = table.Column<string>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    part = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    was_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    now_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    printed_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_due_move", x => new { x.recount_id, x.item_id });
                });

            migrationBuilder.CreateTable(
                name: "due_recount",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    cause = table.Column<string>(type: "TEXT", nullable: false),
                    moved = table.Column<int>(type: "INTEGER", nullable: false),
                    councils = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_due_recount", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "erasure_record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    basis = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_erasure_record", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "explanation_session",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    issue = table.Column<string>(type: "TEXT", nullable: false),
                    person_asked = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    stems_from = table.Column<string>(type: "TEXT", nullable: true),
                    source_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    decision_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    planned_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: true),
                    notice_due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    owed_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    notice_letter_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    notice_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    notice_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    notice_late_because = table.Column<string>(type: "TEXT", nullable: true),
                    held_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    chair = table.Column<string>(type: "TEXT", nullable: true),
                    attendants = table.Column<string>(type: "TEXT", nullable: true),
                    conclusion = table.Column<string>(type: "TEXT", nullable: true),
                    members = table.Column<int>(type: "INTEGER", nullable: true),
                    present = table.Column<int>(type: "INTEGER", nullable: true),
                    votes_for = table.Column<int>(type: "INTEGER", nullable: true),
                    votes_against = table.Column<int>(type: "INTEGER", nullable: true),
                    votes_abstained = table.Column<int>(type: "INTEGER", nullable: true),
                    concluded_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    conclusion_letter_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    conclusion_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    sent_to = table.Column<string>(type: "TEXT", nullable: true),
                    sent_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    failure_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    failure_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    failure_reason = table.Column<string>(type: "TEXT", nullable: true),
                    changed_by = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    changed_because = table.Column<string>(type: "TEXT", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_explanation_session", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "follow_up_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    holder_council_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    part = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    rule_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    printed_due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    owed_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    extended_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    urging_step = table.Column<int>(type: "INTEGER", nullable: false),
                    urged_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    urging_reply_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    is_pressing = table.Column<bool>(type: "INTEGER", nullable: false),
                    voters = table.Column<int>(type: "INTEGER", nullable: true),
                    letter_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_follow_up_item", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hand_over_record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    to_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    basis = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hand_over_record", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "import_batch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    received_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    is_opening_balance = table.Column<bool>(type: "INTEGER", nullable: false),
                    creates_agencies = table.Column<bool>(type: "INTEGER", nullable: false),
                    total = table.Column<int>(type: "INTEGER", nullable: false),
                    staged = table.Column<int>(type: "INTEGER", nullable: false),
                    added = table.Column<int>(type: "INTEGER", nullable: false),
                    changed = table.Column<int>(type: "INTEGER", nullable: false),
                    unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    rejected = table.Column<int>(type: "INTEGER", nullable: false),
                    moved_on = table.Column<int>(type: "INTEGER", nullable: false),
                    left_out = table.Column<int>(type: "INTEGER", nullable: false),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    tables = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_batch", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "import_file",
                columns: table => new
                {
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_file", x => x.batch_id);
                });

            migrationBuilder.CreateTable(
                name: "import_row",
                columns: table => new
                {
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    table = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    key_by_code = table.Column<string>(type: "TEXT", nullable: true),
                    key_by_content = table.Column<string>(type: "TEXT", nullable: true),
                    cells = table.Column<string>(type: "TEXT", nullable: false),
                    told = table.Column<string>(type: "TEXT", nullable: true),
                    digest = table.Column<string>(type: "TEXT", nullable: true),
                    problems = table.Column<string>(type: "TEXT", nullable: true),
                    changes = table.Column<string>(type: "TEXT", nullable: true),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_row", x => new { x.batch_id, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "indicator",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    vietnamese = table.Column<string>(type: "TEXT", nullable: false),
                    english = table.Column<string>(type: "TEXT", nullable: false),
                    meaning = table.Column<string>(type: "TEXT", nullable: false),
                    meaning_english = table.Column<string>(type: "TEXT", nullable: false),
                    group = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    rule_json = table.Column<string>(type: "TEXT", nullable: false),
                    cadence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    target = table.Column<int>(type: "INTEGER", nullable: true),
                    basis = table.Column<string>(type: "TEXT", nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    retired_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicator", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "indicator_median",
                columns: table => new
                {
                    indicator = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    tier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    period_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    median = table.Column<decimal>(type: "TEXT", precision: 5, scale: 2, nullable: false),
                    councils = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicator_median", x => new { x.indicator, x.tier, x.period_from });
                });

            migrationBuilder.CreateTable(
                name: "indicator_snapshot",
                columns: table => new
                {
                    indicator = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    place = table.Column<Guid>(type: "TEXT", nullable: false),
                    period_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    numerator = table.Column<long>(type: "INTEGER", nullable: false),
                    denominator = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicator_snapshot", x => new { x.place, x.indicator, x.period_from, x.day });
                });

            migrationBuilder.CreateTable(
                name: "interpellation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    asker_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    asker_user_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    person_asked = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    issue = table.Column<string>(type: "TEXT", nullable: false),
                    stems_from = table.Column<string>(type: "TEXT", nullable: true),
                    source_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    handed_in_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    is_from_paper = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    group_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    decision_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    asked_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    answered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    answered_by = table.Column<string>(type: "TEXT", nullable: true),
                    answered_by_other_because = table.Column<string>(type: "TEXT", nullable: true),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    written_because = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    written_note = table.Column<string>(type: "TEXT", nullable: true),
                    written_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    written_due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    owed_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    answer_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    is_on_behalf = table.Column<bool>(type: "INTEGER", nullable: false),
                    judged_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    judged_note = table.Column<string>(type: "TEXT", nullable: true),
                    wish = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    resolution_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    resolution_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_interpellation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "issue_group",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    criterion = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_issue_group", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "journal_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    operation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", nullable: false),
                    capacity = table.Column<string>(type: "TEXT", nullable: false),
                    because = table.Column<string>(type: "TEXT", nullable: true),
                    event_code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject_code = table.Column<string>(type: "TEXT", nullable: true),
                    data = table.Column<string>(type: "TEXT", nullable: false),
                    personal_digests = table.Column<string>(type: "TEXT", nullable: false),
                    can_be_undone = table.Column<bool>(type: "INTEGER", nullable: false),
                    previous_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journal_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "journal_head",
                columns: table => new
                {
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journal_head", x => x.council_id);
                });

            migrationBuilder.CreateTable(
                name: "journal_personal_value",
                columns: table => new
                {
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    salt = table.Column<byte[]>(type: "BLOB", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journal_personal_value", x => new { x.entry_id, x.name });
                });

            migrationBuilder.CreateTable(
                name: "legal_document",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    number_key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    issued_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    in_force_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    expired_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    replaced_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    @checked = table.Column<bool>(name: "checked", type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_legal_document", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "letter_handler",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    letter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_letter_handler", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "letter_sender",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    letter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    address = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    identity_number = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    phone = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    @sealed = table.Column<string>(name: "sealed", type: "TEXT", nullable: true),
                    likeness = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_letter_sender", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "letter_template",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    file_use_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_letter_template", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "library_text",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    use = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    is_taken_down = table.Column<bool>(type: "INTEGER", nullable: false),
                    changed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_library_text", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mail_message",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    to = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sending_since = table.Column<DateTime>(type: "TEXT", nullable: true),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    said = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mail_message", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "matter_thread",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    result = table.Column<string>(type: "TEXT", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ended_despite = table.Column<string>(type: "TEXT", nullable: true),
                    folded = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matter_thread", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "measure",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    rule_json = table.Column<string>(type: "TEXT", nullable: false),
                    is_built = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_measure", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "measure_cell",
                columns: table => new
                {
                    measure = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    place = table.Column<Guid>(type: "TEXT", nullable: false),
                    grain = table.Column<string>(type: "TEXT", maxLength: 1, nullable: false),
                    period = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    numerator = table.Column<long>(type: "INTEGER", nullable: false),
                    denominator = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_measure_cell", x => new { x.place, x.measure, x.grain, x.period });
                });

            migrationBuilder.CreateTable(
                name: "node_goal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    scheme_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    node_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    goal = table.Column<decimal>(type: "TEXT", precision: 20, scale: 4, nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_node_goal", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "node_resolution",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    scheme_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    node_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    resolution_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    resolution_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_node_resolution", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "node_unit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    scheme_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    node_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_node_unit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "node_value",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    scheme_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    node_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    half = table.Column<int>(type: "INTEGER", nullable: false),
                    numerator = table.Column<decimal>(type: "TEXT", precision: 20, scale: 4, nullable: true),
                    denominator = table.Column<decimal>(type: "TEXT", precision: 20, scale: 4, nullable: true),
                    value = table.Column<decimal>(type: "TEXT", precision: 20, scale: 4, nullable: true),
                    unit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    as_of = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    entered_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    entered_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_node_value", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notification",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    recipient_council_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    values = table.Column<string>(type: "TEXT", nullable: false),
                    href = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    done_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    done_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notification", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "number_series",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    notation = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    first = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_number_series", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "official_letter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    body_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    @abstract = table.Column<string>(name: "abstract", type: "TEXT", maxLength: 500, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: true),
                    recipient_agency_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    recipient_council_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    recipient_name = table.Column<string>(type: "TEXT", nullable: false),
                    about_letter_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    answer_due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    submitted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    signed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    signer_name = table.Column<string>(type: "TEXT", nullable: true),
                    number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    notation = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    number_key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    numbered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    sealed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    issued_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    is_recorded_afterwards = table.Column<bool>(type: "INTEGER", nullable: false),
                    withdrawn_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    withdrawn_reason = table.Column<string>(type: "TEXT", nullable: true),
                    signed_file_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_official_letter", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox_message",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    payload = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    leased_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    leased_by = table.Column<string>(type: "TEXT", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    last_error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox_message", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outside_login",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    provider = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outside_login", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "passkey",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    credential_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    data = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_passkey", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "petition",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    source_note = table.Column<string>(type: "TEXT", nullable: true),
                    received_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    meeting_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    voters = table.Column<int>(type: "INTEGER", nullable: true),
                    field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    authority = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    lead_agency_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    holder_council_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    owed_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    agency_outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    office_outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    office_note = table.Column<string>(type: "TEXT", nullable: true),
                    verified_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    verification_note = table.Column<string>(type: "TEXT", nullable: true),
                    concluded_outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    concluded_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    conclusion_note = table.Column<string>(type: "TEXT", nullable: true),
                    explained_by = table.Column<string>(type: "TEXT", nullable: true),
                    merged_into_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    status_before_merge = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    raised_again_of_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reopened = table.Column<int>(type: "INTEGER", nullable: false),
                    is_pressing = table.Column<bool>(type: "INTEGER", nullable: false),
                    pressing_reason = table.Column<string>(type: "TEXT", nullable: true),
                    forwarded_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    answered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    notified_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    from_ledger = table.Column<bool>(type: "INTEGER", nullable: false),
                    ledger_code = table.Column<string>(type: "TEXT", nullable: true),
                    ledger_year = table.Column<int>(type: "INTEGER", nullable: true),
                    import_key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ledger_digest = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_petition", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "petition_answer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    extract = table.Column<string>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    is_of_lead = table.Column<bool>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_petition_answer", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "petition_forwarding",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    letter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    lead_agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperating_agency_ids = table.Column<string>(type: "TEXT", nullable: false),
                    withdrawn_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_petition_forwarding", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "petition_party",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    acts_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_petition_party", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "petition_person",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    phone = table.Column<string>(type: "TEXT", nullable: true),
                    address = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_petition_person", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "promise",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    interpellation_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    explanation_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    made_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    product = table.Column<string>(type: "TEXT", nullable: true),
                    made_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    owed_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    report_session_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    report_due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    report_owed_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    report = table.Column<string>(type: "TEXT", nullable: true),
                    report_document = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    reported_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    evidence = table.Column<string>(type: "TEXT", nullable: true),
                    judged_by = table.Column<string>(type: "TEXT", nullable: true),
                    judged_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_promise", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "recommendation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    supervision_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    body_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    lead_agency_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    cooperating = table.Column<string>(type: "TEXT", nullable: true),
                    responsible = table.Column<string>(type: "TEXT", nullable: true),
                    product = table.Column<string>(type: "TEXT", nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    owed_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    made_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    is_pressing = table.Column<bool>(type: "INTEGER", nullable: false),
                    pressing_reason = table.Column<string>(type: "TEXT", nullable: true),
                    agency_word = table.Column<string>(type: "TEXT", nullable: true),
                    agency_word_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    agency_document = table.Column<string>(type: "TEXT", nullable: true),
                    own_note = table.Column<string>(type: "TEXT", nullable: true),
                    looked_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    explanation_asked_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    explanation_due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    explanation_is_complex = table.Column<bool>(type: "INTEGER", nullable: false),
                    explained_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    explanation = table.Column<string>(type: "TEXT", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    closed_because = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recommendation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reminder",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    item_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    rule_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    recipient_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminder", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "resolution",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    number_key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    is_normative = table.Column<bool>(type: "INTEGER", nullable: false),
                    passed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    in_force_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    in_force_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ends_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ends_as = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ended_by = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ended_as = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    partly_ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    replaces = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    body_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    lead_agency_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    looked_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    verdict = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    look_due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    owed_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    from_ledger = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resolution", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "resolution_change",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    resolution_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    part = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resolution_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "resolution_clause",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    resolution_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    product = table.Column<string>(type: "TEXT", nullable: true),
                    cadence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    followed_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ended_because = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resolution_clause", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "resolution_look",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    resolution_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    verdict = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    found = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resolution_look", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "resolution_report",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    resolution_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    on_behalf = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resolution_report", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "resolution_task",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    resolution_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    clause_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    product = table.Column<string>(type: "TEXT", nullable: true),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    owed_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    agency_word = table.Column<string>(type: "TEXT", nullable: true),
                    agency_document = table.Column<string>(type: "TEXT", nullable: true),
                    agency_word_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    own_note = table.Column<string>(type: "TEXT", nullable: true),
                    judged_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resolution_task", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "responsibility",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    body_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    field = table.Column<string>(type: "TEXT", nullable: true),
                    area = table.Column<string>(type: "TEXT", nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    document_number = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responsibility", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "review",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    tier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    scheme_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    top_scheme_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    half = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    frozen_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    letter_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    is_on_paper = table.Column<bool>(type: "INTEGER", nullable: false),
                    recipient_council_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    recipient_agency_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    recipient_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    sent_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    sent_number = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    received_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    received_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_review", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "review_figure",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    review_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    origin = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    upper_key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    title = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    node_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    value = table.Column<decimal>(type: "TEXT", precision: 20, scale: 4, nullable: true),
                    numerator = table.Column<decimal>(type: "TEXT", precision: 20, scale: 4, nullable: true),
                    denominator = table.Column<decimal>(type: "TEXT", precision: 20, scale: 4, nullable: true),
                    unit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    goal = table.Column<decimal>(type: "TEXT", precision: 20, scale: 4, nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    as_of = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_review_figure", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "review_text",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    review_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    done = table.Column<string>(type: "TEXT", nullable: true),
                    not_yet = table.Column<string>(type: "TEXT", nullable: true),
                    causes = table.Column<string>(type: "TEXT", nullable: true),
                    next = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_review_text", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "roll_out",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    tier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    scheme_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    topic = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reach = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    counts_cells = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roll_out", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "roll_out_step",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    roll_out_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    step_code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roll_out_step", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "roll_out_task",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    roll_out_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_row_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    step_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    step_code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    topic = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    entered_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    entered_as = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    on_behalf = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_merged = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roll_out_task", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "roll_out_unit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    roll_out_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    body_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    cells = table.Column<int>(type: "INTEGER", nullable: true),
                    cells_reached = table.Column<int>(type: "INTEGER", nullable: true),
                    members = table.Column<int>(type: "INTEGER", nullable: true),
                    members_reached = table.Column<int>(type: "INTEGER", nullable: true),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    urged = table.Column<int>(type: "INTEGER", nullable: false),
                    urged_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    urging_letter_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    is_merged = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roll_out_unit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "saved_view",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    page = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    query = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_saved_view", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "scheduled_job",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    leased_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    leased_by = table.Column<string>(type: "TEXT", nullable: true),
                    last_run_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scheduled_job", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "scheme",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    tier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    issued_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    issued_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    period_from = table.Column<int>(type: "INTEGER", nullable: false),
                    period_to = table.Column<int>(type: "INTEGER", nullable: false),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    folded = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scheme", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "scheme_node",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    scheme_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    tier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 48, nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    upper_node_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    measure = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    direction = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sums_below = table.Column<bool>(type: "INTEGER", nullable: false),
                    baseline = table.Column<decimal>(type: "TEXT", precision: 20, scale: 4, nullable: true),
                    baseline_year = table.Column<int>(type: "INTEGER", nullable: true),
                    owner_agency_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    owner_body_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    owner_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    data_source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    outside_because = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    issued_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scheme_node", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_row",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    code_key = table.Column<string>(type: "TEXT", nullable: true),
                    other_code_key = table.Column<string>(type: "TEXT", nullable: true),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dated = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    bands = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_row", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "session_paper",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    letter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    as_of = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    figures = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_session_paper", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "settled_day",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_settled_day", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "spoken_turn",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    speaker = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spoken_turn", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_number",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    document = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_number", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stored_file",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    sealed_key = table.Column<string>(type: "TEXT", nullable: true),
                    touched_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stored_file", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "supervised_body",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    supervision_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    must_hand_in = table.Column<string>(type: "TEXT", nullable: true),
                    hand_in_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    handed_in_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_supervised_body", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "supervision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    body_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    group = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    theme = table.Column<string>(type: "TEXT", nullable: false),
                    necessity = table.Column<string>(type: "TEXT", nullable: true),
                    content = table.Column<string>(type: "TEXT", nullable: true),
                    scope = table.Column<string>(type: "TEXT", nullable: true),
                    @object = table.Column<string>(name: "object", type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", nullable: true),
                    field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    upper_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    planned_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    planned_to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    postponed = table.Column<int>(type: "INTEGER", nullable: false),
                    adjusted_by = table.Column<string>(type: "TEXT", nullable: true),
                    adjusted_because = table.Column<string>(type: "TEXT", nullable: true),
                    is_unplanned = table.Column<bool>(type: "INTEGER", nullable: false),
                    began_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    held_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reported_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    report_number = table.Column<string>(type: "TEXT", nullable: true),
                    report_due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    concluded_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    conclusion_number = table.Column<string>(type: "TEXT", nullable: true),
                    has_evidence = table.Column<bool>(type: "INTEGER", nullable: false),
                    results = table.Column<string>(type: "TEXT", nullable: true),
                    shortcomings = table.Column<string>(type: "TEXT", nullable: true),
                    assessment = table.Column<string>(type: "TEXT", nullable: true),
                    no_recommendation_because = table.Column<string>(type: "TEXT", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    duty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    owed_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    from_ledger = table.Column<bool>(type: "INTEGER", nullable: false),
                    import_key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_supervision", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "supervision_delivery",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    supervision_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    sent_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    received_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    received_by = table.Column<string>(type: "TEXT", nullable: true),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    opened_by = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_supervision_delivery", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "supervision_field_value",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    supervision_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    field = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    vietnamese = table.Column<string>(type: "TEXT", nullable: false),
                    english = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false),
                    folded = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_supervision_field_value", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "supervision_finding",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    supervision_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    evidence = table.Column<string>(type: "TEXT", nullable: true),
                    visit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    paper_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    petition_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_supervision_finding", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "supervision_letter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    supervision_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    paper = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    letter_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_supervision_letter", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "supervision_paper",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    supervision_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: true),
                    by = table.Column<string>(type: "TEXT", nullable: true),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    letter_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    withdrawn_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_supervision_paper", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "supervision_programme",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    body_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    quota = table.Column<int>(type: "INTEGER", nullable: true),
                    number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_supervision_programme", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "supervision_visit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    supervision_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    notes = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_supervision_visit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "support_staff",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    full_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    position = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    document = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_support_staff", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "team_member",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    supervision_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_team_member", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "thread_link",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    thread_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    record_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    record_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    linked_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    linked_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_thread_link", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "training_class",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    format = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    audience = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: true),
                    trainer = table.Column<string>(type: "TEXT", nullable: true),
                    content = table.Column<string>(type: "TEXT", nullable: true),
                    for_communes = table.Column<bool>(type: "INTEGER", nullable: false),
                    plan_item_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    document = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    folded = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_training_class", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "training_day",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    class_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    called_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_training_day", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "training_plan_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    audience = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    people = table.Column<int>(type: "INTEGER", nullable: true),
                    month = table.Column<int>(type: "INTEGER", nullable: true),
                    budget = table.Column<long>(type: "INTEGER", nullable: true),
                    for_communes = table.Column<bool>(type: "INTEGER", nullable: false),
                    document = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_training_plan_item", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "training_presence",
                columns: table => new
                {
                    day_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    delegate_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    class_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_training_presence", x => new { x.day_id, x.delegate_id });
                });

            migrationBuilder.CreateTable(
                name: "training_seat",
                columns: table => new
                {
                    class_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    delegate_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    enrolled_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    days = table.Column<int>(type: "INTEGER", nullable: false),
                    trained_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    result = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    certificate = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_training_seat", x => new { x.class_id, x.delegate_id });
                });

            migrationBuilder.CreateTable(
                name: "unit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    tier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unit_succession",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from_unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    to_unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    basis = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit_succession", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "urging_letter_item",
                columns: table => new
                {
                    letter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    item_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    step_order = table.Column<int>(type: "INTEGER", nullable: false),
                    skip_reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_urging_letter_item", x => new { x.letter_id, x.item_id });
                });

            migrationBuilder.CreateTable(
                name: "urging_step_rule",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name_vietnamese = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    name_english = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    makes_letter = table.Column<bool>(type: "INTEGER", nullable: false),
                    addressee = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    repeats = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_urging_step_rule", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "urging_step_taken",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    item_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    step_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    times = table.Column<int>(type: "INTEGER", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    document_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    letter_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    skipped_because = table.Column<string>(type: "TEXT", nullable: true),
                    reply_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_urging_step_taken", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "users",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    full_name = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: true),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: false),
                    must_change_password = table.Column<bool>(type: "INTEGER", nullable: false),
                    failed_sign_ins = table.Column<int>(type: "INTEGER", nullable: false),
                    locked_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    two_factor = table.Column<bool>(type: "INTEGER", nullable: false),
                    authenticator_key = table.Column<string>(type: "TEXT", nullable: true),
                    last_totp_step = table.Column<long>(type: "INTEGER", nullable: false),
                    recovery_codes = table.Column<string>(type: "TEXT", nullable: true),
                    is_disabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_users", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "vacancy_plan",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seat = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    body_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    how = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    responsible = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    document = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_vacancy_plan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "verification",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    item = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    is_normative = table.Column<bool>(type: "INTEGER", nullable: true),
                    title = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    opens_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    body_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    papers_due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    meeting_due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    report_due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    met_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    presentation = table.Column<string>(type: "TEXT", nullable: true),
                    opinions = table.Column<string>(type: "TEXT", nullable: true),
                    explanation = table.Column<string>(type: "TEXT", nullable: true),
                    members = table.Column<int>(type: "INTEGER", nullable: true),
                    present = table.Column<int>(type: "INTEGER", nullable: true),
                    votes_for = table.Column<int>(type: "INTEGER", nullable: true),
                    votes_against = table.Column<int>(type: "INTEGER", nullable: true),
                    votes_abstained = table.Column<int>(type: "INTEGER", nullable: true),
                    position = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    letter_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    report_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    reported_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_verification", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "verification_comment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    verification_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    is_accepted = table.Column<bool>(type: "INTEGER", nullable: true),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    answered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_verification_comment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "verification_note",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    verification_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    paragraph = table.Column<int>(type: "INTEGER", nullable: true),
                    quote = table.Column<string>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_verification_note", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "verification_paper",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    verification_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    received_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    file_use_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_verification_paper", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "verification_part",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    verification_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_verification_part", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "verification_score",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    verification_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    criterion = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    points = table.Column<int>(type: "INTEGER", nullable: false),
                    is_illegal = table.Column<bool>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_verification_score", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "verification_setup_kept",
                columns: table => new
                {
                    verification_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_verification_setup_kept", x => x.verification_id);
                });

            migrationBuilder.CreateTable(
                name: "voter_meeting",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    origin_council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    held_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    voters = table.Column<int>(type: "INTEGER", nullable: true),
                    delegates = table.Column<string>(type: "TEXT", nullable: true),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_voter_meeting", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "voter_notice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    evidence = table.Column<string>(type: "TEXT", nullable: true),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_voter_notice", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hand_over_line",
                columns: table => new
                {
                    record_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hand_over_line", x => new { x.record_id, x.ordinal });
                    table.ForeignKey(
                        name: "FK_hand_over_line_hand_over_record_record_id",
                        column: x => x.record_id,
                        principalTable: "hand_over_record",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "file_use",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    added_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_file_use", x => x.id);
                    table.ForeignKey(
                        name: "FK_file_use_stored_file_file_id",
                        column: x => x.file_id,
                        principalTable: "stored_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "council",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    tier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    province_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    folded = table.Column<string>(type: "TEXT", nullable: false),
                    sort_key = table.Column<string>(type: "TEXT", nullable: false),
                    organ_code = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_council", x => x.id);
                    table.ForeignKey(
                        name: "FK_council_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "unit_version",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    full_name = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    full_name_english = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    folded = table.Column<string>(type: "TEXT", nullable: false),
                    sort_key = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit_version", x => x.id);
                    table.ForeignKey(
                        name: "FK_unit_version_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "voter_meeting_council",
                columns: table => new
                {
                    meeting_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_voter_meeting_council", x => new { x.meeting_id, x.council_id });
                    table.ForeignKey(
                        name: "FK_voter_meeting_council_voter_meeting_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "voter_meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "council_term",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    council_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    term = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_council_term", x => x.id);
                    table.ForeignKey(
                        name: "FK_council_term_council_council_id",
                        column: x => x.council_id,
                        principalTable: "council",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_access_grant_council_id",
                table: "access_grant",
                column: "council_id");

            migrationBuilder.CreateIndex(
                name: "IX_access_grant_user_id",
                table: "access_grant",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_access_token_hash",
                table: "access_token",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_access_token_user_id",
                table: "access_token",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_agency_council_id_folded",
                table: "agency",
                columns: new[] { "council_id", "folded" });

            migrationBuilder.CreateIndex(
                name: "IX_agreement_duty_agreement_id",
                table: "agreement_duty",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "IX_agreement_duty_council_id",
                table: "agreement_duty",
                column: "council_id");

            migrationBuilder.CreateIndex(
                name: "IX_agreement_duty_ended_on_cadence",
                table: "agreement_duty",
                columns: new[] { "ended_on", "cadence" });

            migrationBuilder.CreateIndex(
                name: "IX_agreement_party_agency_id",
                table: "agreement_party",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "IX_agreement_party_agreement_id",
                table: "agreement_party",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "IX_agreement_party_partner_council_id",
                table: "agreement_party",
                column: "partner_council_id");

            migrationBuilder.CreateIndex(
                name: "IX_agreement_step_agreement_id",
                table: "agreement_step",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "IX_agreement_task_agency_id",
                table: "agreement_task",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "IX_agreement_task_agreement_id",
                table: "agreement_task",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "IX_agreement_task_code",
                table: "agreement_task",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_agreement_task_council_id_owed_by",
                table: "agreement_task",
                columns: new[] { "council_id", "owed_by" });

            migrationBuilder.CreateIndex(
                name: "IX_agreement_task_duty_id_period",
                table: "agreement_task",
                columns: new[] { "duty_id", "period" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_answer_document_council_id_received_on",
                table: "answer_document",
                columns: new[] { "council_id", "received_on" });

            migrationBuilder.CreateIndex(
                name: "IX_answered_request_started_at",
                table: "answered_request",
                column: "started_at");

            migrationBuilder.CreateIndex(
                name: "IX_body_council_id_code_from",
                table: "body",
                columns: new[] { "council_id", "code", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_briefing_body_id_period",
                table: "briefing",
                columns: new[] { "body_id", "period" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_briefing_code",
                table: "briefing",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_briefing_council_id_due_on",
                table: "briefing",
                columns: new[] { "council_id", "due_on" });

            migrationBuilder.CreateIndex(
                name: "IX_briefing_province_id_owed_by",
                table: "briefing",
                columns: new[] { "province_id", "owed_by" });

            migrationBuilder.CreateIndex(
                name: "IX_briefing_cadence_council_id",
                table: "briefing_cadence",
                column: "council_id");

            migrationBuilder.CreateIndex(
                name: "IX_citizen_letter_code",
                table: "citizen_letter",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_citizen_letter_council_id_owed_by_id",
                table: "citizen_letter",
                columns: new[] { "council_id", "owed_by", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_citizen_letter_council_id_received_on_id",
                table: "citizen_letter",
                columns: new[] { "council_id", "received_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_citizen_letter_council_id_state",
                table: "citizen_letter",
                columns: new[] { "council_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_citizen_letter_delegate_id",
                table: "citizen_letter",
                column: "delegate_id");

            migrationBuilder.CreateIndex(
                name: "IX_citizen_letter_guidance_letter_id",
                table: "citizen_letter",
                column: "guidance_letter_id");

            migrationBuilder.CreateIndex(
                name: "IX_citizen_letter_registered_by_received_on",
                table: "citizen_letter",
                columns: new[] { "registered_by", "received_on" });

            migrationBuilder.CreateIndex(
                name: "IX_citizen_letter_transfer_agency_id_received_on",
                table: "citizen_letter",
                columns: new[] { "transfer_agency_id", "received_on" });

            migrationBuilder.CreateIndex(
                name: "IX_citizen_letter_transfer_letter_id",
                table: "citizen_letter",
                column: "transfer_letter_id");

            migrationBuilder.CreateIndex(
                name: "IX_citizen_reception_code",
                table: "citizen_reception",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_citizen_reception_council_id_planned_on_id",
                table: "citizen_reception",
                columns: new[] { "council_id", "planned_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_citizen_reception_delegate_id_held_on",
                table: "citizen_reception",
                columns: new[] { "delegate_id", "held_on" });

            migrationBuilder.CreateIndex(
                name: "IX_citizen_reception_province_id_planned_on_id",
                table: "citizen_reception",
                columns: new[] { "province_id", "planned_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_citizen_visit_code",
                table: "citizen_visit",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_citizen_visit_council_id_on_id",
                table: "citizen_visit",
                columns: new[] { "council_id", "on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_citizen_visit_letter_id",
                table: "citizen_visit",
                column: "letter_id");

            migrationBuilder.CreateIndex(
                name: "IX_citizen_visit_reception_id",
                table: "citizen_visit",
                column: "reception_id");

            migrationBuilder.CreateIndex(
                name: "IX_conference_code",
                table: "conference",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conference_council_id_held_on_id",
                table: "conference",
                columns: new[] { "council_id", "held_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_conference_notice_letter_id",
                table: "conference",
                column: "notice_letter_id");

            migrationBuilder.CreateIndex(
                name: "IX_conference_province_id_held_on_id",
                table: "conference",
                columns: new[] { "province_id", "held_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_conference_opinion_conference_id",
                table: "conference_opinion",
                column: "conference_id");

            migrationBuilder.CreateIndex(
                name: "IX_conference_paper_conference_id",
                table: "conference_paper",
                column: "conference_id");

            migrationBuilder.CreateIndex(
                name: "IX_conference_participant_conference_id",
                table: "conference_participant",
                column: "conference_id");

            migrationBuilder.CreateIndex(
                name: "IX_conference_participant_site_id_person_key",
                table: "conference_participant",
                columns: new[] { "site_id", "person_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conference_proposal_conference_id",
                table: "conference_proposal",
                column: "conference_id");

            migrationBuilder.CreateIndex(
                name: "IX_conference_proposal_item_id",
                table: "conference_proposal",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "IX_conference_site_conference_id",
                table: "conference_site",
                column: "conference_id");

            migrationBuilder.CreateIndex(
                name: "IX_conference_site_site_council_id",
                table: "conference_site",
                column: "site_council_id");

            migrationBuilder.CreateIndex(
                name: "IX_coordination_agreement_code",
                table: "coordination_agreement",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_coordination_agreement_council_id_owed_by",
                table: "coordination_agreement",
                columns: new[] { "council_id", "owed_by" });

            migrationBuilder.CreateIndex(
                name: "IX_coordination_agreement_council_id_signed_on_id",
                table: "coordination_agreement",
                columns: new[] { "council_id", "signed_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_coordination_agreement_province_id_signed_on_id",
                table: "coordination_agreement",
                columns: new[] { "province_id", "signed_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_coordination_agreement_warned_on_warn_on",
                table: "coordination_agreement",
                columns: new[] { "warned_on", "warn_on" });

            migrationBuilder.CreateIndex(
                name: "IX_council_folded",
                table: "council",
                column: "folded");

            migrationBuilder.CreateIndex(
                name: "IX_council_province_id",
                table: "council",
                column: "province_id");

            migrationBuilder.CreateIndex(
                name: "IX_council_unit_id",
                table: "council",
                column: "unit_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_council_session_council_id_term_number",
                table: "council_session",
                columns: new[] { "council_id", "term", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_council_term_council_id_term_from",
                table: "council_term",
                columns: new[] { "council_id", "term", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_count_line_province_id_day",
                table: "count_line",
                columns: new[] { "province_id", "day" });

            migrationBuilder.CreateIndex(
                name: "IX_coverage_line_council_id",
                table: "coverage_line",
                column: "council_id");

            migrationBuilder.CreateIndex(
                name: "IX_coverage_line_kind_period_from_is_missing_province_id_council_id_sort_key_subject_id",
                table: "coverage_line",
                columns: new[] { "kind", "period_from", "is_missing", "province_id", "council_id", "sort_key", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "IX_coverage_line_subject_id",
                table: "coverage_line",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "IX_day_off_date",
                table: "day_off",
                column: "date",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_deadline_rule_code",
                table: "deadline_rule",
                column: "code");

            migrationBuilder.CreateIndex(
                name: "IX_definition_council_id_catalogue",
                table: "definition",
                columns: new[] { "council_id", "catalogue" });

            migrationBuilder.CreateIndex(
                name: "IX_definition_province_id_catalogue",
                table: "definition",
                columns: new[] { "province_id", "catalogue" });

            migrationBuilder.CreateIndex(
                name: "IX_delegate_code",
                table: "delegate",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_delegate_council_id_folded",
                table: "delegate",
                columns: new[] { "council_id", "folded" });

            migrationBuilder.CreateIndex(
                name: "IX_delegate_council_id_sort_key_id",
                table: "delegate",
                columns: new[] { "council_id", "sort_key", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_delegate_province_id_sort_key_id",
                table: "delegate",
                columns: new[] { "province_id", "sort_key", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_delegate_sort_key_id",
                table: "delegate",
                columns: new[] { "sort_key", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_delegate_user_id",
                table: "delegate",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_delegate_post_council_id_post",
                table: "delegate_post",
                columns: new[] { "council_id", "post" });

            migrationBuilder.CreateIndex(
                name: "IX_delegate_post_delegate_id",
                table: "delegate_post",
                column: "delegate_id");

            migrationBuilder.CreateIndex(
                name: "IX_delegate_report_counted_on",
                table: "delegate_report",
                column: "counted_on");

            migrationBuilder.CreateIndex(
                name: "IX_delegate_report_delegate_id_year",
                table: "delegate_report",
                columns: new[] { "delegate_id", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_delegate_spell_council_id_kind",
                table: "delegate_spell",
                columns: new[] { "council_id", "kind" });

            migrationBuilder.CreateIndex(
                name: "IX_delegate_spell_delegate_id",
                table: "delegate_spell",
                column: "delegate_id");

            migrationBuilder.CreateIndex(
                name: "IX_delegate_total_council_id_from",
                table: "delegate_total",
                columns: new[] { "council_id", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_due_move_recount_id_council_id",
                table: "due_move",
                columns: new[] { "recount_id", "council_id" });

            migrationBuilder.CreateIndex(
                name: "IX_due_move_recount_id_subject_kind",
                table: "due_move",
                columns: new[] { "recount_id", "subject_kind" });

            migrationBuilder.CreateIndex(
                name: "IX_due_recount_at",
                table: "due_recount",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_erasure_record_subject_id",
                table: "erasure_record",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "IX_explanation_session_agency_id",
                table: "explanation_session",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "IX_explanation_session_code",
                table: "explanation_session",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_explanation_session_conclusion_letter_id",
                table: "explanation_session",
                column: "conclusion_letter_id");

            migrationBuilder.CreateIndex(
                name: "IX_explanation_session_council_id_owed_by",
                table: "explanation_session",
                columns: new[] { "council_id", "owed_by" });

            migrationBuilder.CreateIndex(
                name: "IX_explanation_session_council_id_planned_on_id",
                table: "explanation_session",
                columns: new[] { "council_id", "planned_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_explanation_session_notice_letter_id",
                table: "explanation_session",
                column: "notice_letter_id");

            migrationBuilder.CreateIndex(
                name: "IX_explanation_session_province_id_planned_on_id",
                table: "explanation_session",
                columns: new[] { "province_id", "planned_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_file_use_file_id",
                table: "file_use",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "IX_file_use_owner_id",
                table: "file_use",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "IX_follow_up_item_agency_id_owed_by_id",
                table: "follow_up_item",
                columns: new[] { "agency_id", "owed_by", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_follow_up_item_council_id_owed_by_id",
                table: "follow_up_item",
                columns: new[] { "council_id", "owed_by", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_follow_up_item_holder_council_id_owed_by_id",
                table: "follow_up_item",
                columns: new[] { "holder_council_id", "owed_by", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_follow_up_item_owed_by_id",
                table: "follow_up_item",
                columns: new[] { "owed_by", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_follow_up_item_province_id_owed_by_id",
                table: "follow_up_item",
                columns: new[] { "province_id", "owed_by", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_follow_up_item_rule_code_from",
                table: "follow_up_item",
                columns: new[] { "rule_code", "from" });

            migrationBuilder.CreateIndex(
                name: "IX_follow_up_item_session_id",
                table: "follow_up_item",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "IX_follow_up_item_subject_id",
                table: "follow_up_item",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "IX_hand_over_record_from_council_id",
                table: "hand_over_record",
                column: "from_council_id");

            migrationBuilder.CreateIndex(
                name: "IX_hand_over_record_to_council_id",
                table: "hand_over_record",
                column: "to_council_id");

            migrationBuilder.CreateIndex(
                name: "IX_import_batch_council_id_created_at",
                table: "import_batch",
                columns: new[] { "council_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "IX_import_row_batch_id_state_ordinal",
                table: "import_row",
                columns: new[] { "batch_id", "state", "ordinal" });

            migrationBuilder.CreateIndex(
                name: "IX_indicator_code",
                table: "indicator",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_interpellation_agency_id_handed_in_on",
                table: "interpellation",
                columns: new[] { "agency_id", "handed_in_on" });

            migrationBuilder.CreateIndex(
                name: "IX_interpellation_asker_user_id_state",
                table: "interpellation",
                columns: new[] { "asker_user_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_interpellation_code",
                table: "interpellation",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_interpellation_council_id_handed_in_on_id",
                table: "interpellation",
                columns: new[] { "council_id", "handed_in_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_interpellation_council_id_owed_by_id",
                table: "interpellation",
                columns: new[] { "council_id", "owed_by", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_interpellation_council_id_state",
                table: "interpellation",
                columns: new[] { "council_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_interpellation_group_id",
                table: "interpellation",
                column: "group_id");

            migrationBuilder.CreateIndex(
                name: "IX_interpellation_province_id_handed_in_on_id",
                table: "interpellation",
                columns: new[] { "province_id", "handed_in_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_interpellation_session_id",
                table: "interpellation",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "IX_interpellation_source_code",
                table: "interpellation",
                column: "source_code");

            migrationBuilder.CreateIndex(
                name: "IX_issue_group_session_id",
                table: "issue_group",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "IX_journal_entry_council_id_sequence",
                table: "journal_entry",
                columns: new[] { "council_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_journal_entry_operation_id",
                table: "journal_entry",
                column: "operation_id");

            migrationBuilder.CreateIndex(
                name: "IX_journal_entry_subject_id_at",
                table: "journal_entry",
                columns: new[] { "subject_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_journal_personal_value_subject_id",
                table: "journal_personal_value",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "IX_legal_document_number_key",
                table: "legal_document",
                column: "number_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_letter_handler_letter_id_user_id",
                table: "letter_handler",
                columns: new[] { "letter_id", "user_id" });

            migrationBuilder.CreateIndex(
                name: "IX_letter_handler_user_id",
                table: "letter_handler",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_letter_sender_council_id_likeness",
                table: "letter_sender",
                columns: new[] { "council_id", "likeness" });

            migrationBuilder.CreateIndex(
                name: "IX_letter_sender_letter_id",
                table: "letter_sender",
                column: "letter_id");

            migrationBuilder.CreateIndex(
                name: "IX_letter_template_council_id_kind",
                table: "letter_template",
                columns: new[] { "council_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_library_text_council_id_code",
                table: "library_text",
                columns: new[] { "council_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mail_message_council_id_state",
                table: "mail_message",
                columns: new[] { "council_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_matter_thread_code",
                table: "matter_thread",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_matter_thread_council_id_opened_on_id",
                table: "matter_thread",
                columns: new[] { "council_id", "opened_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_matter_thread_province_id_opened_on_id",
                table: "matter_thread",
                columns: new[] { "province_id", "opened_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_measure_cell_measure_grain_period",
                table: "measure_cell",
                columns: new[] { "measure", "grain", "period" });

            migrationBuilder.CreateIndex(
                name: "IX_node_goal_node_id_year",
                table: "node_goal",
                columns: new[] { "node_id", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_node_goal_scheme_id",
                table: "node_goal",
                column: "scheme_id");

            migrationBuilder.CreateIndex(
                name: "IX_node_resolution_node_id_resolution_id",
                table: "node_resolution",
                columns: new[] { "node_id", "resolution_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_node_resolution_resolution_id",
                table: "node_resolution",
                column: "resolution_id");

            migrationBuilder.CreateIndex(
                name: "IX_node_resolution_scheme_id",
                table: "node_resolution",
                column: "scheme_id");

            migrationBuilder.CreateIndex(
                name: "IX_node_unit_node_id",
                table: "node_unit",
                column: "node_id");

            migrationBuilder.CreateIndex(
                name: "IX_node_unit_scheme_id",
                table: "node_unit",
                column: "scheme_id");

            migrationBuilder.CreateIndex(
                name: "IX_node_value_council_id",
                table: "node_value",
                column: "council_id");

            migrationBuilder.CreateIndex(
                name: "IX_node_value_node_id_year_half",
                table: "node_value",
                columns: new[] { "node_id", "year", "half" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_node_value_scheme_id",
                table: "node_value",
                column: "scheme_id");

            migrationBuilder.CreateIndex(
                name: "IX_notification_agency_id_done_at_id",
                table: "notification",
                columns: new[] { "agency_id", "done_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_notification_recipient_council_id_done_at_id",
                table: "notification",
                columns: new[] { "recipient_council_id", "done_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_notification_user_id_done_at_id",
                table: "notification",
                columns: new[] { "user_id", "done_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_number_series_council_id_notation_year",
                table: "number_series",
                columns: new[] { "council_id", "notation", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_official_letter_council_id_created_at",
                table: "official_letter",
                columns: new[] { "council_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "IX_official_letter_council_id_number_key",
                table: "official_letter",
                columns: new[] { "council_id", "number_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_official_letter_council_id_state",
                table: "official_letter",
                columns: new[] { "council_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_official_letter_recipient_agency_id",
                table: "official_letter",
                column: "recipient_agency_id");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_message_kind_due_at",
                table: "outbox_message",
                columns: new[] { "kind", "due_at" });

            migrationBuilder.CreateIndex(
                name: "IX_outside_login_provider_subject",
                table: "outside_login",
                columns: new[] { "provider", "subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_passkey_credential_id",
                table: "passkey",
                column: "credential_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_passkey_user_id",
                table: "passkey",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_petition_code",
                table: "petition",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_petition_council_id_import_key",
                table: "petition",
                columns: new[] { "council_id", "import_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_petition_council_id_owed_by_id",
                table: "petition",
                columns: new[] { "council_id", "owed_by", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_petition_council_id_received_on_id",
                table: "petition",
                columns: new[] { "council_id", "received_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_petition_holder_council_id_owed_by",
                table: "petition",
                columns: new[] { "holder_council_id", "owed_by" });

            migrationBuilder.CreateIndex(
                name: "IX_petition_meeting_id",
                table: "petition",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "IX_petition_merged_into_id",
                table: "petition",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "IX_petition_owed_by_id",
                table: "petition",
                columns: new[] { "owed_by", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_petition_province_id_owed_by_id",
                table: "petition",
                columns: new[] { "province_id", "owed_by", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_petition_province_id_received_on_id",
                table: "petition",
                columns: new[] { "province_id", "received_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_petition_answer_document_id",
                table: "petition_answer",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "IX_petition_answer_petition_id",
                table: "petition_answer",
                column: "petition_id");

            migrationBuilder.CreateIndex(
                name: "IX_petition_forwarding_letter_id",
                table: "petition_forwarding",
                column: "letter_id");

            migrationBuilder.CreateIndex(
                name: "IX_petition_forwarding_petition_id",
                table: "petition_forwarding",
                column: "petition_id");

            migrationBuilder.CreateIndex(
                name: "IX_petition_party_agency_id",
                table: "petition_party",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "IX_petition_party_council_id",
                table: "petition_party",
                column: "council_id");

            migrationBuilder.CreateIndex(
                name: "IX_petition_party_petition_id",
                table: "petition_party",
                column: "petition_id");

            migrationBuilder.CreateIndex(
                name: "IX_petition_person_petition_id",
                table: "petition_person",
                column: "petition_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_promise_agency_id",
                table: "promise",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "IX_promise_code",
                table: "promise",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_promise_council_id_owed_by_id",
                table: "promise",
                columns: new[] { "council_id", "owed_by", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_promise_council_id_report_owed_by",
                table: "promise",
                columns: new[] { "council_id", "report_owed_by" });

            migrationBuilder.CreateIndex(
                name: "IX_promise_explanation_id",
                table: "promise",
                column: "explanation_id");

            migrationBuilder.CreateIndex(
                name: "IX_promise_interpellation_id",
                table: "promise",
                column: "interpellation_id");

            migrationBuilder.CreateIndex(
                name: "IX_promise_province_id_owed_by_id",
                table: "promise",
                columns: new[] { "province_id", "owed_by", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_recommendation_code",
                table: "recommendation",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_recommendation_council_id_owed_by_id",
                table: "recommendation",
                columns: new[] { "council_id", "owed_by", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_recommendation_lead_agency_id",
                table: "recommendation",
                column: "lead_agency_id");

            migrationBuilder.CreateIndex(
                name: "IX_recommendation_owed_by_id",
                table: "recommendation",
                columns: new[] { "owed_by", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_recommendation_province_id_owed_by_id",
                table: "recommendation",
                columns: new[] { "province_id", "owed_by", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_recommendation_supervision_id",
                table: "recommendation",
                column: "supervision_id");

            migrationBuilder.CreateIndex(
                name: "IX_reminder_item_id_rule_code_due_on_recipient_id",
                table: "reminder",
                columns: new[] { "item_id", "rule_code", "due_on", "recipient_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_resolution_closed_on_ends_on",
                table: "resolution",
                columns: new[] { "closed_on", "ends_on" });

            migrationBuilder.CreateIndex(
                name: "IX_resolution_code",
                table: "resolution",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_resolution_council_id_owed_by_id",
                table: "resolution",
                columns: new[] { "council_id", "owed_by", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_resolution_council_id_passed_on_id",
                table: "resolution",
                columns: new[] { "council_id", "passed_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_resolution_lead_agency_id",
                table: "resolution",
                column: "lead_agency_id");

            migrationBuilder.CreateIndex(
                name: "IX_resolution_origin_council_id_year_is_normative_number_key",
                table: "resolution",
                columns: new[] { "origin_council_id", "year", "is_normative", "number_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_resolution_owed_by_id",
                table: "resolution",
                columns: new[] { "owed_by", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_resolution_province_id_owed_by_id",
                table: "resolution",
                columns: new[] { "province_id", "owed_by", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_resolution_province_id_passed_on_id",
                table: "resolution",
                columns: new[] { "province_id", "passed_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_resolution_change_by_id",
                table: "resolution_change",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "IX_resolution_change_resolution_id",
                table: "resolution_change",
                column: "resolution_id");

            migrationBuilder.CreateIndex(
                name: "IX_resolution_clause_agency_id",
                table: "resolution_clause",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "IX_resolution_clause_cadence_ended_on",
                table: "resolution_clause",
                columns: new[] { "cadence", "ended_on" });

            migrationBuilder.CreateIndex(
                name: "IX_resolution_clause_code",
                table: "resolution_clause",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_resolution_clause_resolution_id",
                table: "resolution_clause",
                column: "resolution_id");

            migrationBuilder.CreateIndex(
                name: "IX_resolution_look_resolution_id",
                table: "resolution_look",
                column: "resolution_id");

            migrationBuilder.CreateIndex(
                name: "IX_resolution_report_code",
                table: "resolution_report",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_resolution_report_resolution_id",
                table: "resolution_report",
                column: "resolution_id");

            migrationBuilder.CreateIndex(
                name: "IX_resolution_task_agency_id",
                table: "resolution_task",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "IX_resolution_task_clause_id_period",
                table: "resolution_task",
                columns: new[] { "clause_id", "period" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_resolution_task_code",
                table: "resolution_task",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_resolution_task_council_id_state",
                table: "resolution_task",
                columns: new[] { "council_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_resolution_task_resolution_id",
                table: "resolution_task",
                column: "resolution_id");

            migrationBuilder.CreateIndex(
                name: "IX_responsibility_council_id",
                table: "responsibility",
                column: "council_id");

            migrationBuilder.CreateIndex(
                name: "IX_review_code",
                table: "review",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_review_council_id_kind_scheme_id_year_half",
                table: "review",
                columns: new[] { "council_id", "kind", "scheme_id", "year", "half" });

            migrationBuilder.CreateIndex(
                name: "IX_review_letter_id",
                table: "review",
                column: "letter_id");

            migrationBuilder.CreateIndex(
                name: "IX_review_province_id_state",
                table: "review",
                columns: new[] { "province_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_review_recipient_council_id_state",
                table: "review",
                columns: new[] { "recipient_council_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_review_top_scheme_id_year_half",
                table: "review",
                columns: new[] { "top_scheme_id", "year", "half" });

            migrationBuilder.CreateIndex(
                name: "IX_review_figure_review_id_edition_ordinal",
                table: "review_figure",
                columns: new[] { "review_id", "edition", "ordinal" });

            migrationBuilder.CreateIndex(
                name: "IX_review_text_review_id_key",
                table: "review_text",
                columns: new[] { "review_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_roll_out_code",
                table: "roll_out",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_roll_out_council_id_opened_on_id",
                table: "roll_out",
                columns: new[] { "council_id", "opened_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_roll_out_province_id_opened_on_id",
                table: "roll_out",
                columns: new[] { "province_id", "opened_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_roll_out_scheme_id",
                table: "roll_out",
                column: "scheme_id");

            migrationBuilder.CreateIndex(
                name: "IX_roll_out_step_roll_out_id_ordinal",
                table: "roll_out_step",
                columns: new[] { "roll_out_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_roll_out_task_council_id_done_on",
                table: "roll_out_task",
                columns: new[] { "council_id", "done_on" });

            migrationBuilder.CreateIndex(
                name: "IX_roll_out_task_roll_out_id_step_id_done_on",
                table: "roll_out_task",
                columns: new[] { "roll_out_id", "step_id", "done_on" });

            migrationBuilder.CreateIndex(
                name: "IX_roll_out_task_unit_row_id_step_id",
                table: "roll_out_task",
                columns: new[] { "unit_row_id", "step_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_roll_out_unit_council_id_roll_out_id",
                table: "roll_out_unit",
                columns: new[] { "council_id", "roll_out_id" });

            migrationBuilder.CreateIndex(
                name: "IX_roll_out_unit_roll_out_id",
                table: "roll_out_unit",
                column: "roll_out_id");

            migrationBuilder.CreateIndex(
                name: "IX_roll_out_unit_urging_letter_id",
                table: "roll_out_unit",
                column: "urging_letter_id");

            migrationBuilder.CreateIndex(
                name: "IX_saved_view_user_id",
                table: "saved_view",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_scheme_code",
                table: "scheme",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_scheme_council_id_issued_on_id",
                table: "scheme",
                columns: new[] { "council_id", "issued_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_scheme_parent_id",
                table: "scheme",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "IX_scheme_province_id_issued_on_id",
                table: "scheme",
                columns: new[] { "province_id", "issued_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_scheme_node_code",
                table: "scheme_node",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_scheme_node_council_id_outcome_issued_on_id",
                table: "scheme_node",
                columns: new[] { "council_id", "outcome", "issued_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_scheme_node_province_id_outcome_issued_on_id",
                table: "scheme_node",
                columns: new[] { "province_id", "outcome", "issued_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_scheme_node_scheme_id_ordinal",
                table: "scheme_node",
                columns: new[] { "scheme_id", "ordinal" });

            migrationBuilder.CreateIndex(
                name: "IX_scheme_node_upper_node_id",
                table: "scheme_node",
                column: "upper_node_id");

            migrationBuilder.CreateIndex(
                name: "IX_search_row_code_key",
                table: "search_row",
                column: "code_key");

            migrationBuilder.CreateIndex(
                name: "IX_search_row_council_id_number",
                table: "search_row",
                columns: new[] { "council_id", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_search_row_other_code_key",
                table: "search_row",
                column: "other_code_key");

            migrationBuilder.CreateIndex(
                name: "IX_search_row_province_id_number",
                table: "search_row",
                columns: new[] { "province_id", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_search_row_subject_id",
                table: "search_row",
                column: "subject_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_session_paper_letter_id",
                table: "session_paper",
                column: "letter_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_session_paper_session_id",
                table: "session_paper",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "IX_spoken_turn_owner_id",
                table: "spoken_turn",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "IX_staff_number_council_id_from",
                table: "staff_number",
                columns: new[] { "council_id", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_stored_file_council_id_name",
                table: "stored_file",
                columns: new[] { "council_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_stored_file_touched_at",
                table: "stored_file",
                column: "touched_at");

            migrationBuilder.CreateIndex(
                name: "IX_supervised_body_agency_id",
                table: "supervised_body",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "IX_supervised_body_supervision_id_agency_id",
                table: "supervised_body",
                columns: new[] { "supervision_id", "agency_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_supervision_code",
                table: "supervision",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_supervision_council_id_import_key",
                table: "supervision",
                columns: new[] { "council_id", "import_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_supervision_council_id_owed_by_id",
                table: "supervision",
                columns: new[] { "council_id", "owed_by", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_supervision_council_id_planned_to_id",
                table: "supervision",
                columns: new[] { "council_id", "planned_to", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_supervision_council_id_year_id",
                table: "supervision",
                columns: new[] { "council_id", "year", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_supervision_owed_by_id",
                table: "supervision",
                columns: new[] { "owed_by", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_supervision_province_id_owed_by_id",
                table: "supervision",
                columns: new[] { "province_id", "owed_by", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_supervision_province_id_planned_to_id",
                table: "supervision",
                columns: new[] { "province_id", "planned_to", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_supervision_upper_code",
                table: "supervision",
                column: "upper_code");

            migrationBuilder.CreateIndex(
                name: "IX_supervision_delivery_supervision_id",
                table: "supervision_delivery",
                column: "supervision_id");

            migrationBuilder.CreateIndex(
                name: "IX_supervision_field_value_supervision_id_field",
                table: "supervision_field_value",
                columns: new[] { "supervision_id", "field" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_supervision_finding_supervision_id",
                table: "supervision_finding",
                column: "supervision_id");

            migrationBuilder.CreateIndex(
                name: "IX_supervision_letter_letter_id",
                table: "supervision_letter",
                column: "letter_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_supervision_letter_supervision_id_paper",
                table: "supervision_letter",
                columns: new[] { "supervision_id", "paper" });

            migrationBuilder.CreateIndex(
                name: "IX_supervision_paper_letter_id",
                table: "supervision_paper",
                column: "letter_id");

            migrationBuilder.CreateIndex(
                name: "IX_supervision_paper_supervision_id",
                table: "supervision_paper",
                column: "supervision_id");

            migrationBuilder.CreateIndex(
                name: "IX_supervision_programme_council_id_year",
                table: "supervision_programme",
                columns: new[] { "council_id", "year" });

            migrationBuilder.CreateIndex(
                name: "IX_supervision_visit_supervision_id",
                table: "supervision_visit",
                column: "supervision_id");

            migrationBuilder.CreateIndex(
                name: "IX_support_staff_council_id",
                table: "support_staff",
                column: "council_id");

            migrationBuilder.CreateIndex(
                name: "IX_team_member_supervision_id",
                table: "team_member",
                column: "supervision_id");

            migrationBuilder.CreateIndex(
                name: "IX_thread_link_record_id",
                table: "thread_link",
                column: "record_id");

            migrationBuilder.CreateIndex(
                name: "IX_thread_link_thread_id_kind_record_id",
                table: "thread_link",
                columns: new[] { "thread_id", "kind", "record_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_training_class_code",
                table: "training_class",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_training_class_council_id_from_id",
                table: "training_class",
                columns: new[] { "council_id", "from", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_training_class_plan_item_id",
                table: "training_class",
                column: "plan_item_id");

            migrationBuilder.CreateIndex(
                name: "IX_training_class_province_id_from_id",
                table: "training_class",
                columns: new[] { "province_id", "from", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_training_day_class_id_on",
                table: "training_day",
                columns: new[] { "class_id", "on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_training_plan_item_council_id_year",
                table: "training_plan_item",
                columns: new[] { "council_id", "year" });

            migrationBuilder.CreateIndex(
                name: "IX_training_plan_item_province_id_year",
                table: "training_plan_item",
                columns: new[] { "province_id", "year" });

            migrationBuilder.CreateIndex(
                name: "IX_training_presence_class_id_delegate_id",
                table: "training_presence",
                columns: new[] { "class_id", "delegate_id" });

            migrationBuilder.CreateIndex(
                name: "IX_training_seat_council_id_class_id",
                table: "training_seat",
                columns: new[] { "council_id", "class_id" });

            migrationBuilder.CreateIndex(
                name: "IX_training_seat_delegate_id_trained_on",
                table: "training_seat",
                columns: new[] { "delegate_id", "trained_on" });

            migrationBuilder.CreateIndex(
                name: "IX_training_seat_trained_on",
                table: "training_seat",
                column: "trained_on");

            migrationBuilder.CreateIndex(
                name: "IX_unit_succession_from_unit_id",
                table: "unit_succession",
                column: "from_unit_id");

            migrationBuilder.CreateIndex(
                name: "IX_unit_succession_to_unit_id",
                table: "unit_succession",
                column: "to_unit_id");

            migrationBuilder.CreateIndex(
                name: "IX_unit_version_code_from",
                table: "unit_version",
                columns: new[] { "code", "from" });

            migrationBuilder.CreateIndex(
                name: "IX_unit_version_folded",
                table: "unit_version",
                column: "folded");

            migrationBuilder.CreateIndex(
                name: "IX_unit_version_parent_id",
                table: "unit_version",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "IX_unit_version_unit_id",
                table: "unit_version",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "IX_urging_letter_item_item_id",
                table: "urging_letter_item",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "IX_urging_step_rule_council_id_order",
                table: "urging_step_rule",
                columns: new[] { "council_id", "order" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_urging_step_taken_item_id",
                table: "urging_step_taken",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "IX_urging_step_taken_subject_id",
                table: "urging_step_taken",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "IX_users_user_name",
                table: "users",
                column: "user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_vacancy_plan_council_id_due_on",
                table: "vacancy_plan",
                columns: new[] { "council_id", "due_on" });

            migrationBuilder.CreateIndex(
                name: "IX_verification_agency_id_opens_on",
                table: "verification",
                columns: new[] { "agency_id", "opens_on" });

            migrationBuilder.CreateIndex(
                name: "IX_verification_code",
                table: "verification",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_verification_council_id_opens_on_id",
                table: "verification",
                columns: new[] { "council_id", "opens_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_verification_letter_id",
                table: "verification",
                column: "letter_id");

            migrationBuilder.CreateIndex(
                name: "IX_verification_province_id_opens_on_id",
                table: "verification",
                columns: new[] { "province_id", "opens_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_verification_session_id",
                table: "verification",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "IX_verification_comment_verification_id",
                table: "verification_comment",
                column: "verification_id");

            migrationBuilder.CreateIndex(
                name: "IX_verification_note_verification_id",
                table: "verification_note",
                column: "verification_id");

            migrationBuilder.CreateIndex(
                name: "IX_verification_paper_verification_id",
                table: "verification_paper",
                column: "verification_id");

            migrationBuilder.CreateIndex(
                name: "IX_verification_part_verification_id_part",
                table: "verification_part",
                columns: new[] { "verification_id", "part" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_verification_score_verification_id_criterion",
                table: "verification_score",
                columns: new[] { "verification_id", "criterion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_voter_meeting_council_id_held_on",
                table: "voter_meeting",
                columns: new[] { "council_id", "held_on" });

            migrationBuilder.CreateIndex(
                name: "IX_voter_notice_petition_id",
                table: "voter_notice",
                column: "petition_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_grant");

            migrationBuilder.DropTable(
                name: "access_token");

            migrationBuilder.DropTable(
                name: "agency");

            migrationBuilder.DropTable(
                name: "agreement_duty");

            migrationBuilder.DropTable(
                name: "agreement_party");

            migrationBuilder.DropTable(
                name: "agreement_step");

            migrationBuilder.DropTable(
                name: "agreement_task");

            migrationBuilder.DropTable(
                name: "answer_document");

            migrationBuilder.DropTable(
                name: "answered_request");

            migrationBuilder.DropTable(
                name: "body");

            migrationBuilder.DropTable(
                name: "briefing");

            migrationBuilder.DropTable(
                name: "briefing_cadence");

            migrationBuilder.DropTable(
                name: "citizen_letter");

            migrationBuilder.DropTable(
                name: "citizen_reception");

            migrationBuilder.DropTable(
                name: "citizen_visit");

            migrationBuilder.DropTable(
                name: "code_series");

            migrationBuilder.DropTable(
                name: "column_mapping");

            migrationBuilder.DropTable(
                name: "conference");

            migrationBuilder.DropTable(
                name: "conference_opinion");

            migrationBuilder.DropTable(
                name: "conference_paper");

            migrationBuilder.DropTable(
                name: "conference_participant");

            migrationBuilder.DropTable(
                name: "conference_proposal");

            migrationBuilder.DropTable(
                name: "conference_site");

            migrationBuilder.DropTable(
                name: "coordination_agreement");

            migrationBuilder.DropTable(
                name: "council_session");

            migrationBuilder.DropTable(
                name: "council_term");

            migrationBuilder.DropTable(
                name: "count_cell");

            migrationBuilder.DropTable(
                name: "count_delta");

            migrationBuilder.DropTable(
                name: "count_line");

            migrationBuilder.DropTable(
                name: "coverage_line");

            migrationBuilder.DropTable(
                name: "day_off");

            migrationBuilder.DropTable(
                name: "deadline_rule");

            migrationBuilder.DropTable(
                name: "definition");

            migrationBuilder.DropTable(
                name: "delegate");

            migrationBuilder.DropTable(
                name: "delegate_particulars");

            migrationBuilder.DropTable(
                name: "delegate_post");

            migrationBuilder.DropTable(
                name: "delegate_report");

            migrationBuilder.DropTable(
                name: "delegate_spell");

            migrationBuilder.DropTable(
                name: "delegate_total");

            migrationBuilder.DropTable(
                name: "due_move");

            migrationBuilder.DropTable(
                name: "due_recount");

            migrationBuilder.DropTable(
                name: "erasure_record");

            migrationBuilder.DropTable(
                name: "explanation_session");

            migrationBuilder.DropTable(
                name: "file_use");

            migrationBuilder.DropTable(
                name: "follow_up_item");

            migrationBuilder.DropTable(
                name: "hand_over_line");

            migrationBuilder.DropTable(
                name: "import_batch");

            migrationBuilder.DropTable(
                name: "import_file");

            migrationBuilder.DropTable(
                name: "import_row");

            migrationBuilder.DropTable(
                name: "indicator");

            migrationBuilder.DropTable(
                name: "indicator_median");

            migrationBuilder.DropTable(
                name: "indicator_snapshot");

            migrationBuilder.DropTable(
                name: "interpellation");

            migrationBuilder.DropTable(
                name: "issue_group");

            migrationBuilder.DropTable(
                name: "journal_entry");

            migrationBuilder.DropTable(
                name: "journal_head");

            migrationBuilder.DropTable(
                name: "journal_personal_value");

            migrationBuilder.DropTable(
                name: "legal_document");

            migrationBuilder.DropTable(
                name: "letter_handler");

            migrationBuilder.DropTable(
                name: "letter_sender");

            migrationBuilder.DropTable(
                name: "letter_template");

            migrationBuilder.DropTable(
                name: "library_text");

            migrationBuilder.DropTable(
                name: "mail_message");

            migrationBuilder.DropTable(
                name: "matter_thread");

            migrationBuilder.DropTable(
                name: "measure");

            migrationBuilder.DropTable(
                name: "measure_cell");

            migrationBuilder.DropTable(
                name: "node_goal");

            migrationBuilder.DropTable(
                name: "node_resolution");

            migrationBuilder.DropTable(
                name: "node_unit");

            migrationBuilder.DropTable(
                name: "node_value");

            migrationBuilder.DropTable(
                name: "notification");

            migrationBuilder.DropTable(
                name: "number_series");

            migrationBuilder.DropTable(
                name: "official_letter");

            migrationBuilder.DropTable(
                name: "outbox_message");

            migrationBuilder.DropTable(
                name: "outside_login");

            migrationBuilder.DropTable(
                name: "passkey");

            migrationBuilder.DropTable(
                name: "petition");

            migrationBuilder.DropTable(
                name: "petition_answer");

            migrationBuilder.DropTable(
                name: "petition_forwarding");

            migrationBuilder.DropTable(
                name: "petition_party");

            migrationBuilder.DropTable(
                name: "petition_person");

            migrationBuilder.DropTable(
                name: "promise");

            migrationBuilder.DropTable(
                name: "recommendation");

            migrationBuilder.DropTable(
                name: "reminder");

            migrationBuilder.DropTable(
                name: "resolution");

            migrationBuilder.DropTable(
                name: "resolution_change");

            migrationBuilder.DropTable(
                name: "resolution_clause");

            migrationBuilder.DropTable(
                name: "resolution_look");

            migrationBuilder.DropTable(
                name: "resolution_report");

            migrationBuilder.DropTable(
                name: "resolution_task");

            migrationBuilder.DropTable(
                name: "responsibility");

            migrationBuilder.DropTable(
                name: "review");

            migrationBuilder.DropTable(
                name: "review_figure");

            migrationBuilder.DropTable(
                name: "review_text");

            migrationBuilder.DropTable(
                name: "roll_out");

            migrationBuilder.DropTable(
                name: "roll_out_step");

            migrationBuilder.DropTable(
                name: "roll_out_task");

            migrationBuilder.DropTable(
                name: "roll_out_unit");

            migrationBuilder.DropTable(
                name: "saved_view");

            migrationBuilder.DropTable(
                name: "scheduled_job");

            migrationBuilder.DropTable(
                name: "scheme");

            migrationBuilder.DropTable(
                name: "scheme_node");

            migrationBuilder.DropTable(
                name: "search_row");

            migrationBuilder.DropTable(
                name: "session_paper");

            migrationBuilder.DropTable(
                name: "settled_day");

            migrationBuilder.DropTable(
                name: "spoken_turn");

            migrationBuilder.DropTable(
                name: "staff_number");

            migrationBuilder.DropTable(
                name: "supervised_body");

            migrationBuilder.DropTable(
                name: "supervision");

            migrationBuilder.DropTable(
                name: "supervision_delivery");

            migrationBuilder.DropTable(
                name: "supervision_field_value");

            migrationBuilder.DropTable(
                name: "supervision_finding");

            migrationBuilder.DropTable(
                name: "supervision_letter");

            migrationBuilder.DropTable(
                name: "supervision_paper");

            migrationBuilder.DropTable(
                name: "supervision_programme");

            migrationBuilder.DropTable(
                name: "supervision_visit");

            migrationBuilder.DropTable(
                name: "support_staff");

            migrationBuilder.DropTable(
                name: "team_member");

            migrationBuilder.DropTable(
                name: "thread_link");

            migrationBuilder.DropTable(
                name: "training_class");

            migrationBuilder.DropTable(
                name: "training_day");

            migrationBuilder.DropTable(
                name: "training_plan_item");

            migrationBuilder.DropTable(
                name: "training_presence");

            migrationBuilder.DropTable(
                name: "training_seat");

            migrationBuilder.DropTable(
                name: "unit_succession");

            migrationBuilder.DropTable(
                name: "unit_version");

            migrationBuilder.DropTable(
                name: "urging_letter_item");

            migrationBuilder.DropTable(
                name: "urging_step_rule");

            migrationBuilder.DropTable(
                name: "urging_step_taken");

            migrationBuilder.DropTable(
                name: "users");

            migrationBuilder.DropTable(
                name: "vacancy_plan");

            migrationBuilder.DropTable(
                name: "verification");

            migrationBuilder.DropTable(
                name: "verification_comment");

            migrationBuilder.DropTable(
                name: "verification_note");

            migrationBuilder.DropTable(
                name: "verification_paper");

            migrationBuilder.DropTable(
                name: "verification_part");

            migrationBuilder.DropTable(
                name: "verification_score");

            migrationBuilder.DropTable(
                name: "verification_setup_kept");

            migrationBuilder.DropTable(
                name: "voter_meeting_council");

            migrationBuilder.DropTable(
                name: "voter_notice");

            migrationBuilder.DropTable(
                name: "council");

            migrationBuilder.DropTable(
                name: "stored_file");

            migrationBuilder.DropTable(
                name: "hand_over_record");

            migrationBuilder.DropTable(
                name: "voter_meeting");

            migrationBuilder.DropTable(
                name: "unit");
        }
    }
}
