package io.huoji.platform.table.field;

import io.huoji.platform.file.Files;
import io.huoji.platform.file.StoredFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What an answer tells of a file beside its id: name, size and whether there is a small picture of it. */
@Component
class FileFacts {

    private final Files files;

    FileFacts(Files files) {
        this.files = files;
    }

    /** Reads the facts of a page of values at once. */
    void read(List<UUID> ids, FieldContext field) {
        known(field).putAll(files.described(field.viewer(), ids));
    }

    ObjectNode tell(ObjectNode answer, UUID id, FieldContext field) {
        StoredFile file = known(field).get(id);
        return file == null
                ? answer
                : answer.put("kind", file.kind()).put("name", file.name()).put("size", file.size())
                        .put("thumbnail", file.thumbnail());
    }

    @SuppressWarnings("unchecked")
    private static Map<UUID, StoredFile> known(FieldContext field) {
        return (Map<UUID, StoredFile>) field.memo().computeIfAbsent(FileFacts.class,
                key -> new HashMap<UUID, StoredFile>());
    }
}
