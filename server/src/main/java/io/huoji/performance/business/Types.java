package io.huoji.performance.business;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All object and event types of a tenant at one moment. */
public final class Types {

    private final List<ObjectType> objectTypes;
    private final List<EventType> eventTypes;
    private final Map<String, ObjectType> objectsByKey;
    private final Map<String, EventType> eventsByKey;
    private final Map<UUID, ObjectType> objectsById;
    private final Map<UUID, EventType> eventsById;

    Types(List<ObjectType> objectTypes, List<EventType> eventTypes) {
        this.objectTypes = List.copyOf(objectTypes);
        this.eventTypes = List.copyOf(eventTypes);
        this.objectsByKey = by(objectTypes, ObjectType::key);
        this.eventsByKey = by(eventTypes, EventType::key);
        this.objectsById = by(objectTypes, ObjectType::id);
        this.eventsById = by(eventTypes, EventType::id);
    }

    private static <K, T> Map<K, T> by(List<T> all, Function<T, K> key) {
        return all.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
    }

    public List<ObjectType> objectTypes() {
        return objectTypes;
    }

    public List<EventType> eventTypes() {
        return eventTypes;
    }

    public @Nullable ObjectType objectType(String key) {
        return objectsByKey.get(key);
    }

    public @Nullable ObjectType objectType(UUID id) {
        return objectsById.get(id);
    }

    public @Nullable EventType eventType(String key) {
        return eventsByKey.get(key);
    }

    public @Nullable EventType eventType(UUID id) {
        return eventsById.get(id);
    }
}
