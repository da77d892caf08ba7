package io.huoji.platform.table;

import io.huoji.platform.access.RowScope;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Directories;
import io.huoji.platform.table.field.FieldContext;
import io.huoji.platform.table.field.Operator;
import io.huoji.platform.table.field.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** Compiles a condition tree, and the viewer's rows, to SQL over the record table: the one place where this is done. */
@Repository
class RecordFilter {

    private final Columns columns;
    private final Directories directories;
    private final Comparison comparison;

    RecordFilter(Columns columns, Directories directories, Comparison comparison) {
        this.columns = columns;
        this.directories = directories;
        this.comparison = comparison;
    }

    /** The rows that the viewer may know of. */
    static org.jooq.Condition within(RowScope scope) {
        return DSL.condition(scope.sql("unit_id", "subject_id", "{0}", "{1}"),
                DSL.val(scope.units().toArray(UUID[]::new)),
                DSL.val(scope.people().toArray(UUID[]::new)));
    }

    org.jooq.Condition compile(Table table, @Nullable Condition condition, FieldContexts.Request request) {
        if (condition == null)
            return DSL.noCondition();
        List<Problem> problems = new ArrayList<>();
        org.jooq.Condition compiled = compile(table, condition, request, problems);
        if (!problems.isEmpty())
            throw new Misuse.Malformed(problems.toArray(Problem[]::new));
        return compiled;
    }

    private org.jooq.Condition compile(Table table, Condition condition, FieldContexts.Request request,
            List<Problem> problems) {
        return switch (condition) {
            case Condition.All all -> DSL
                    .and(all.parts().stream().map(part -> compile(table, part, request, problems)).toList());
            case Condition.Any any -> DSL
                    .or(any.parts().stream().map(part -> compile(table, part, request, problems)).toList());
            case Condition.Test test -> test(table, test, request, problems);
        };
    }

    private org.jooq.Condition test(Table table, Condition.Test test, FieldContexts.Request request,
            List<Problem> problems) {
        Column column = columns.named(table, test.field(), "filter");
        Operator operator = test.operator();
        FieldContext context = request.field(column.field(), "filter." + test.field());
        List<JsonNode> operands = Operands.of(column.field(), test, context, problems);
        if (operator == Operator.IN_OR_BELOW && column.shape() != Shape.PATH)
            return below(column, operands, request);
        return operands.contains(NullNode.getInstance())
                ? DSL.falseCondition()
                : comparison.of(column, operator, operands, request);
    }

    private org.jooq.Condition below(Column column, List<JsonNode> operands, FieldContexts.Request request) {
        var units = operands.stream().filter(JsonNode::isString)
                .flatMap(unit -> directories.of(request.tenant().id()).withBelow(UUID.fromString(unit.asString()))
                        .stream())
                .toList();
        if (column.storage() == Column.Storage.ID)
            return DSL.condition("{0} = any({1})", Comparison.it(column), DSL.val(units.toArray(UUID[]::new)));
        var ids = DSL.val(units.stream().map(UUID::toString).toArray(String[]::new));
        return column.shape() == Shape.UNITS
                ? DSL.condition("jsonb_exists_any({0}, {1})", Comparison.it(column), ids)
                : DSL.condition("{0} = any({1})", Comparison.it(column), ids);
    }
}
