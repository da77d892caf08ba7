package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A kind of field: what may be set up, what a value looks like, how it is stored, compared and answered. A type is a bean; it
 * keeps no state of a tenant. A problem is made by {@link FieldContext#problem}, so that it names the field.
 */
public interface FieldType {

    /** As the API says it: {@code text}, {@code person}. */
    String key();

    /** Where the picker shows it: {@code text}, {@code choice}, {@code proof}, {@code relation}. */
    String group();

    /** How stored values compare, sort and index. */
    Shape shape();

    /** The field roles that a field of this type can carry. */
    default Set<String> roles() {
        return Set.of();
    }

    /** Names of the settings that it knows beside {@code default} and {@code help}. */
    List<String> settings();

    /** True when a field of this type can be declared unique. */
    default boolean mayBeUnique() {
        return false;
    }

    /** True when its values fit into a typed column with an index. */
    default boolean mayBeIndexed() {
        return shape().slot() != '-';
    }

    /**
     * Completes a configuration with defaults and adds everything that is wrong with it; the path of a problem starts with
     * {@link FieldContext#path}. Settings outside {@link #settings} are refused by the caller.
     */
    default ObjectNode configure(ObjectNode given, FieldContext field, List<Problem> problems) {
        return given;
    }

    /** What a changed configuration must keep of the one before, so that stored values keep their meaning. */
    default ObjectNode reconfigure(ObjectNode before, ObjectNode complete) {
        return complete;
    }

    /** Reads what a batch of values needs from the database at once into {@link FieldContext#memo}, before they are parsed. */
    default void preload(Collection<JsonNode> given, FieldContext field) {}

    /** The stored form of a value that is neither absent nor JSON null; null after it has added why not, or when it is empty. */
    @Nullable
    JsonNode parse(JsonNode given, FieldContext field, List<Problem> problems);

    /**
     * Adds what forbids the step of a record's value from one stored form to another; {@code before} is null where there was none,
     * {@code after} where it is taken away.
     */
    default void step(@Nullable JsonNode before, @Nullable JsonNode after, FieldContext field,
            List<Problem> problems) {}

    /** The files that a stored value carries. */
    default List<CarriedFile> files(JsonNode stored) {
        return List.of();
    }

    /** The operand of a filter in stored form; the same words as a value unless the type says otherwise. */
    default @Nullable JsonNode operand(JsonNode given, Operator operator, FieldContext field, List<Problem> problems) {
        return parse(given, field, problems);
    }

    /** Reads what a page of stored values needs from the database at once into {@link FieldContext#memo}. */
    default void preloadStored(Collection<JsonNode> stored, FieldContext field) {}

    /** A stored value as the API answers it. */
    default JsonNode present(JsonNode stored, FieldContext field) {
        return stored;
    }

    /** How a spreadsheet keeps its values, so that they sort and add up there. */
    default SheetKind sheetKind() {
        return SheetKind.of(shape());
    }

    /**
     * A stored value in the words of a spreadsheet cell, which {@link #ofSheet} reads back to the same: labels rather than keys,
     * plain numbers, days as {@code 2026-11-23}.
     */
    default String inSheet(JsonNode stored, FieldContext field) {
        return SheetForm.said(present(stored, field));
    }

    /**
     * What a spreadsheet cell that is not blank says, in the form that {@link #parse} judges; null after it has added why it
     * can't be told.
     */
    default @Nullable JsonNode ofSheet(String cell, FieldContext field, List<Problem> problems) {
        return SheetForm.read(cell, shape(), field);
    }

    /** The words that a cell can choose from; empty when any will do. */
    default List<String> sheetChoices(FieldContext field) {
        return List.of();
    }
}
