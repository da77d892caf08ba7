package io.huoji.platform.file;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file as the platform keeps it.
 *
 * @param kind      {@code photo}, {@code recording} or {@code document}
 * @param mediaType told from its content, whatever the uploader declared
 * @param width     of a photo, in pixels
 * @param sha256    of the bytes as kept, in hex
 * @param record    the record that carries it; null until one does
 * @param createdBy the account, token or ticket that sent it
 */
public record StoredFile(UUID id, String name, String kind, String mediaType, long size, @Nullable Integer width,
        @Nullable Integer height, String sha256, boolean thumbnail, @Nullable UUID record, Instant createdAt,
        UUID createdBy) {}
