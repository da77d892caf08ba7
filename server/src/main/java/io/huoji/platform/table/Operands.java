package io.huoji.platform.table;

import io.huoji.platform.kernel.Problem;
import io.huoji.platform.table.field.FieldContext;
import io.huoji.platform.table.field.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** What a test compares a field with, in stored form. */
final class Operands {

    private Operands() {}

    /** The operands, with JSON null for each that is none after the reason has been added. */
    static List<JsonNode> of(Field field, Condition.Test test, FieldContext context, List<Problem> problems) {
        Operator operator = test.operator();
        if (!field.type().shape().operators().contains(operator)) {
            problems.add(context.problem("", "operator-not-for-field",
                    Map.of("field", test.field(), "operator", operator.key())));
            return List.of(NullNode.getInstance());
        }
        if (operator.isAlone())
            return List.of();
        JsonNode value = test.value();
        // A choice of several equals a list: that list is one operand.
        boolean isWhole = !operator.takesList() && field.type().shape().takesArrays(operator);
        boolean takesList = operator.takesList() || isWhole;
        if (takesList != value.isArray() || value.isMissingNode() || value.isNull()) {
            problems.add(context.problem(takesList ? "not-a-list" : "missing"));
            return List.of(NullNode.getInstance());
        }
        List<JsonNode> given = value.isArray() && !isWhole ? value.valueStream().toList() : List.of(value);
        if (operator == Operator.BETWEEN && given.size() != 2)
            problems.add(context.problem("not-two"));
        List<JsonNode> operands = new ArrayList<>();
        for (JsonNode one : given) {
            JsonNode operand = field.type().operand(one, operator, context, problems);
            operands.add(operand == null ? NullNode.getInstance() : operand);
        }
        return operands;
    }
}
