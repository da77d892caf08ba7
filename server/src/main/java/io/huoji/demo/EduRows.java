package io.huoji.demo;

import io.huoji.performance.action.Matching;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one teacher as the product would have written them: expectations of the weeks, records of the actions, each
 * expectation closed by the record that the product's own matching gives it.
 */
final class EduRows {

    private static final Duration ALLOWANCE = Duration.ofHours(24);
    private static final String VERSION = "1";

    /** A row of the ledger. */
    record Due(UUID id, EduNode node, UUID unit, LocalDate monday, int number, Instant opens, Instant due,
            Instant closes,
            @Nullable Instant exempt) {}

    /** A record with its effective time. */
    record Done(UUID id, Doing doing, UUID unit, Instant occurred, Instant effective, boolean late,
            @Nullable UUID file) {}

    /** Gives the id of a stored small file for a doing that is proven by one. */
    interface SmallFileStore {
        UUID store(Doing doing, UUID person);
    }

    private final EduKeys keys;
    private final EduGroup group;
    private final EduDoings doings;
    private final ZoneId zone;

    EduRows(EduKeys keys, EduGroup group, EduDoings doings, ZoneId zone) {
        this.keys = keys;
        this.group = group;
        this.doings = doings;
        this.zone = zone;
    }

    /** Ledger rows of all weeks that have begun. */
    List<Due> dues(Teacher teacher) {
        SplittableRandom random = EduGroup.chance("ledger", teacher.number());
        List<Due> dues = new ArrayList<>();
        for (LocalDate monday : group.mondays()) {
            if (EduGroup.isHoliday(monday))
                continue;
            UUID unit = keys.unit(teacher.campusAt(monday.plusDays(6)));
            Instant exempt = teacher.isOnLeave(monday) ? start(monday).plus(Duration.ofHours(9)) : null;
            int place = 0;
            for (EduNode node : EduNode.values())
                for (int number = 1; number <= node.timesAWeek; number++)
                    dues.add(new Due(id(start(monday), place++, random), node, unit, monday, number, start(monday),
                            start(monday.plusWeeks(1)), start(monday.plusWeeks(2)), exempt));
        }
        return dues;
    }

    /** Records of everything the teacher did, in the order of their arrival. */
    List<Done> records(Teacher teacher, SmallFileStore files) {
        SplittableRandom random = EduGroup.chance("record", teacher.number());
        List<Done> done = new ArrayList<>();
        for (Doing doing : doings.of(teacher)) {
            Instant occurred = doing.occurred().atZone(zone).toInstant();
            boolean late = Duration.between(occurred, doing.received()).compareTo(ALLOWANCE) > 0;
            Instant effective = late ? doing.received() : occurred;
            UUID unit = keys.unit(teacher.campusAt(effective.atZone(zone).toLocalDate()));
            UUID file = "file".equals(doing.evidence()) ? files.store(doing, keys.person(teacher)) : null;
            done.add(new Done(id(doing.received(), random.nextInt(1 << 12), random), doing, unit, occurred, effective,
                    late, file));
        }
        return done;
    }

    /** The record that closes each expectation. */
    static Map<UUID, Done> closing(List<Due> dues, List<Done> records) {
        Map<UUID, Done> byId = new HashMap<>();
        records.forEach(record -> byId.put(record.id(), record));
        Map<UUID, Done> closing = new HashMap<>();
        for (EduNode node : EduNode.values()) {
            List<Matching.Row> rows = dues.stream().filter(due -> due.node() == node && due.exempt() == null)
                    .map(due -> new Matching.Row(due.id(), null, due.opens(), due.due(), due.due(), due.closes()))
                    .toList();
            List<Matching.Act> acts = records.stream().filter(record -> record.doing().node() == node)
                    .map(record -> new Matching.Act(record.id(), null, record.effective())).toList();
            Matching.match(rows, acts).forEach((row, act) -> closing.put(row, byId.get(act.id())));
        }
        return closing;
    }

    String expectationLine(Teacher teacher, Due due, @Nullable Done closedBy) {
        return new CopyLine().add(keys.tenant()).add(due.id()).add(keys.node(due.node())).add(VERSION)
                .add(keys.person(teacher)).add(due.unit()).add(due.monday() + "#" + due.number()).add(due.opens())
                .add(due.due()).add(due.due()).add(due.closes()).add(due.due().minus(Duration.ofHours(24)))
                .add(due.monday().plusDays(6)).add(closedBy == null ? null : closedBy.id())
                .add(closedBy == null ? null : closedBy.effective()).add(due.exempt())
                .add(due.exempt() == null ? null : keys.dean(teacher.campus())).add(due.exempt() == null ? null : "请假")
                .add(due.opens()).end();
    }

    static final String EXPECTATION_COLUMNS = """
            tenant_id, id, node_id, node_version, person_id, unit_id, origin, opens_at, due_at, grace_until, closes_at,
            due_soon_at, counts_on, closed_by, closed_at, exempt_at, exempt_by, exempt_reason, created_at""";

    String recordLine(Teacher teacher, Done record) {
        UUID person = keys.person(teacher);
        boolean complete = record.doing().evidence() != null;
        return new CopyLine().add(keys.tenant()).add(record.id()).add(keys.table()).add(person).add(record.unit())
                .add(keys.node(record.doing().node())).add(VERSION).add(record.occurred())
                .add(record.doing().received())
                .add(record.effective()).add(record.late()).add(record.doing().level()).add(1).add(complete ? 1 : 0)
                .add(complete).add(complete ? record.doing().received() : null).add("form").add(fields(record))
                .add(record.doing().received()).add(person).add(record.doing().received()).add(person).end();
    }

    static final String RECORD_COLUMNS = """
            tenant_id, id, table_id, subject_id, unit_id, kind_id, kind_version, occurred_at, received_at, effective_at, late,
            level, evidence_needed, evidence_present, evidence_complete, evidence_complete_at, source, fields, created_at,
            created_by, updated_at, updated_by""";

    String historyLine(Teacher teacher, Done record) {
        UUID person = keys.person(teacher);
        String changes = "{\"campus\":{\"to\":\"%s\"},\"teacher\":{\"to\":\"%s\"},\"date\":{\"to\":\"%s\"},\"action\":{\"to\":\"%s\"},%s}"
                .formatted(record.unit(), person,
                        record.occurred().toString().replaceFirst(":00Z$", ":00.000Z"),
                        keys.node(record.doing().node()),
                        changed(fields(record)));
        return new CopyLine().add(keys.tenant()).add(record.id()).add(1).add(record.doing().received()).add(person)
                .add("created").add("form").add(changes).end();
    }

    static final String HISTORY_COLUMNS = "tenant_id, record_id, version, at, actor_id, act, source, changes";

    private static String changed(String fields) {
        int evidence = fields.indexOf(",\"evidence\":");
        String quality = fields.substring(1, evidence < 0 ? fields.length() - 1 : evidence);
        String first = quality.replace("\"quality\":", "\"quality\":{\"to\":") + "}";
        return evidence < 0
                ? first
                : first + ",\"evidence\":{\"to\":" + fields.substring(evidence + 12, fields.length() - 1) + "}";
    }

    /** The fields without a column of their own, as the table stores them. */
    static String fields(Done record) {
        Doing doing = record.doing();
        String quality = "{\"quality\":\"" + doing.level() + "\"";
        if (doing.evidence() == null)
            return quality + "}";
        String proof = record.file() == null ? "\"url\":\"" + link(doing) + "\"" : "\"file\":\"" + record.file() + "\"";
        return quality + ",\"evidence\":[{\"kind\":\"" + doing.node().evidenceKind + "\"," + proof + "}]}";
    }

    static String link(Doing doing) {
        return "https://files.edu.example/" + doing.node().key + "/" + doing.teacher().code() + "-" + doing.serial();
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** A UUIDv7 of that moment, in its place among those of the same millisecond; the rest comes from the seed. */
    private static UUID id(Instant at, int place, SplittableRandom random) {
        long high = (at.toEpochMilli() << 16) | 0x7000L | place;
        return new UUID(high, (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L);
    }
}
