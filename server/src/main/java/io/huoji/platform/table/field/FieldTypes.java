package io.huoji.platform.table.field;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All field types, whichever module brings them. */
@Component
public class FieldTypes {

    private final Map<String, FieldType> byKey;

    FieldTypes(List<FieldType> types) {
        this.byKey = types.stream().collect(Collectors.toUnmodifiableMap(FieldType::key, Function.identity()));
    }

    public @Nullable FieldType byKey(String key) {
        return byKey.get(key);
    }

    public Collection<FieldType> all() {
        return byKey.values();
    }
}
