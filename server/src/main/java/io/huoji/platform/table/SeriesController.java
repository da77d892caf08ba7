package io.huoji.platform.table;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/tables/{key}")
class SeriesController {

    private static final int MOST = 5000;

    private final RecordSeries series;

    SeriesController(RecordSeries series) {
        this.series = series;
    }

    record Item(@Nullable UUID id, @Nullable Long version, @Nullable Map<String, JsonNode> fields) {}

    record Changes(@Nullable List<@Nullable Item> items) {}

    record Named(@Nullable UUID id, @Nullable Long version) {

        Item item() {
            return new Item(id, version, null);
        }
    }

    record Several(@Nullable List<@Nullable Named> items) {

        Changes changes() {
            return new Changes(items == null
                    ? null
                    : items.stream().<@Nullable Item>map(item -> item == null ? null : item.item()).toList());
        }
    }

    record Outcomes(List<SeriesItem.Outcome> items) {}

    @Requires(Permission.RECORDS_UPDATE)
    @PatchMapping("/records:batch")
    Outcomes change(Viewer viewer, @PathVariable String key, @RequestBody Changes body) {
        return run(viewer, key, RecordAct.update(Source.of(viewer, true)), body, true);
    }

    @Requires(Permission.RECORDS_DELETE)
    @PostMapping("/records:delete")
    Outcomes delete(Viewer viewer, @PathVariable String key, @RequestBody Several body) {
        return run(viewer, key, RecordAct.delete(Source.of(viewer, true)), body.changes(), false);
    }

    @Requires(Permission.RECORDS_DELETE)
    @PostMapping("/records:restore")
    Outcomes restore(Viewer viewer, @PathVariable String key, @RequestBody Several body) {
        return run(viewer, key, RecordAct.restore(Source.of(viewer, true)), body.changes(), false);
    }

    private Outcomes run(Viewer viewer, String key, RecordAct act, Changes body, boolean withFields) {
        List<@Nullable Item> items = body.items();
        if (items == null || items.isEmpty())
            throw new Misuse.Malformed(Problem.at("items", "required"));
        if (items.size() > MOST)
            throw new Misuse.Malformed(Problem.at("items", "too-many-items", Map.of("max", MOST)));
        List<Problem> problems = new ArrayList<>();
        List<SeriesItem> asked = IntStream.range(0, items.size())
                .mapToObj(index -> read(items.get(index), "items[%d]".formatted(index), withFields, problems))
                .toList();
        if (!problems.isEmpty())
            throw new Misuse.Malformed(problems.toArray(Problem[]::new));
        return new Outcomes(series.run(viewer, key, act, asked));
    }

    private static SeriesItem read(@Nullable Item item, String path, boolean withFields, List<Problem> problems) {
        if (item == null || item.id() == null)
            problems.add(Problem.at(path + ".id", "required"));
        else if (withFields && item.fields() == null)
            problems.add(Problem.at(path + ".fields", "required"));
        else
            return new SeriesItem(item.id(), item.version(), item.fields());
        return new SeriesItem(new UUID(0, 0), null, null);
    }
}
