package io.huoji.platform.table;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.table.field.CarriedFile;
import io.huoji.platform.tenant.TenantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What hangs on a record: its files, and the values that no other record may have. */
@Component
class RecordBelongings {

    private final RecordWriteRepository repository;

    RecordBelongings(RecordWriteRepository repository) {
        this.repository = repository;
    }

    /** A value that a row wants for itself. */
    private record Claim(RecordRow row, Field field, String value) {}

    /** Hangs on the rows, which are written already, what belongs to them; refuses by undoing the transaction. */
    void settle(Viewer viewer, Table table, List<RecordWrite> writes) {
        Map<UUID, List<Problem>> problems = new HashMap<>();
        for (RecordWrite write : writes)
            if (!write.after().isDeleted())
                files(viewer, table, write.after(), problems);
        if (table.fields().stream().anyMatch(Field::isUnique))
            uniqueValues(viewer.tenant(), table, writes, problems);
        if (!problems.isEmpty())
            throw new NotStorable(problems);
    }

    private void files(Viewer viewer, Table table, RecordRow row, Map<UUID, List<Problem>> problems) {
        List<UUID> files = RecordValues.files(table, row);
        if (files.isEmpty())
            return;
        Map<UUID, String> usable = repository.looseFiles(viewer.tenant(), viewer.caller(), row.id(), files);
        for (Field field : table.fields())
            for (CarriedFile file : RecordValues.carried(field, row))
                check(file, field, usable, row, problems);
        repository.update(RecordStatements.attach(viewer.tenant(), viewer.caller(), row.id(), files));
    }

    private static void check(CarriedFile file, Field field, Map<UUID, String> usable, RecordRow row,
            Map<UUID, List<Problem>> problems) {
        String kind = usable.get(file.id());
        if (kind != null && (file.kind() == null || kind.equals(file.kind())))
            return;
        Map<String, Object> params = Map.of("name", field.name(), "value", file.id().toString(), "kind",
                String.valueOf(file.kind()));
        add(problems, row, Problem.at("fields." + field.key(), kind == null ? "unknown-file" : "file-of-other-kind",
                params));
    }

    private void uniqueValues(TenantId tenant, Table table, List<RecordWrite> writes,
            Map<UUID, List<Problem>> problems) {
        repository.batch(writes.stream()
                .filter(write -> write.before() != null)
                .map(write -> RecordStatements.forgetUniqueValues(tenant, write.after().id()))
                .toList());
        // In one order for all, so that two writers of the same values wait for each other instead of both.
        List<Claim> claims = claims(table, writes);
        int[] kept = repository.batch(claims.stream()
                .map(claim -> RecordStatements.uniqueValue(tenant, claim.row().id(), claim.field().id(), claim.value()))
                .toList());
        for (int i = 0; i < kept.length; i++)
            if (kept[i] == 0)
                add(problems, claims.get(i).row(), Problem.at("fields." + claims.get(i).field().key(), "not-unique",
                        Map.of("name", claims.get(i).field().name())));
    }

    private static List<Claim> claims(Table table, List<RecordWrite> writes) {
        List<Claim> claims = new ArrayList<>();
        for (Field field : table.fields())
            if (field.isUnique())
                for (RecordWrite write : writes)
                    if (!write.after().isDeleted() && write.after().fields().has(field.key()))
                        claims.add(new Claim(write.after(), field,
                                Objects.requireNonNull(write.after().fields().get(field.key())).asString()));
        // Stable: of several in one batch the first keeps the value.
        claims.sort(Comparator.comparing((Claim claim) -> claim.field().id()).thenComparing(Claim::value));
        return claims;
    }

    private static void add(Map<UUID, List<Problem>> problems, RecordRow row, Problem problem) {
        problems.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(problem);
    }
}
