package io.huoji.performance.action;

import io.huoji.performance.action.LedgerRepository.Close;
import io.huoji.performance.action.LedgerRepository.Deed;
import io.huoji.performance.action.LedgerRepository.Entry;
import io.huoji.performance.action.LedgerRepository.Group;
import io.huoji.platform.table.Cell;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.Tenants;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Matches whole groups anew and writes what came out differently. The caller holds the rows of all their people, so the
 * sets stand still meanwhile.
 */
@Component
class Settlement {

    private final LedgerRepository repository;
    private final Tenants tenants;

    Settlement(LedgerRepository repository, Tenants tenants) {
        this.repository = repository;
        this.tenants = tenants;
    }

    /** Answers where something changed: the rows that are closed otherwise, and the actions that are planned or no longer. */
    List<Cell> settle(TenantId tenant, Collection<Group> groups) {
        if (groups.isEmpty()) {
            return List.of();
        }
        var entries = repository.entries(tenant, groups);
        if (entries.isEmpty()) {
            return List.of();
        }
        Map<Group, List<Deed>> deeds = repository.deeds(tenants.byId(tenant), groups).stream()
                .collect(Collectors.groupingBy(Deed::group));
        List<Close> closes = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        entries.stream().collect(Collectors.groupingBy(Entry::group))
                .forEach((group, rows) -> compare(rows, deeds.getOrDefault(group, List.of()), closes, cells));
        if (!closes.isEmpty()) {
            repository.close(tenant, closes);
        }
        return cells;
    }

    private static void compare(List<Entry> rows, List<Deed> deeds, List<Close> closes, List<Cell> cells) {
        Map<UUID, Cell> ofAction = deeds.stream().collect(Collectors.toMap(deed -> deed.act().id(), Deed::cell));
        var closing = Matching.match(rows.stream().map(Entry::row).toList(), deeds.stream().map(Deed::act).toList());
        for (var entry : rows) {
            var act = closing.get(entry.row().id());
            var close = new Close(entry.row().id(), act == null ? null : act.id(), act == null ? null : act.at());
            if (!Objects.equals(close.by(), entry.closedBy()) || !Objects.equals(close.at(), entry.closedAt())) {
                closes.add(close);
                cells.add(entry.cell());
                Stream.of(close.by(), entry.closedBy()).filter(Objects::nonNull).map(ofAction::get)
                        .filter(Objects::nonNull).forEach(cells::add);
            }
        }
    }
}
