package io.huoji.platform.file;

import java.nio.file.Path;
import java.util.UUID;

/** Where the bytes of files lie below a data directory: {@code files/<tenant>/<aa>/<id>} with {@code <id>.thumb} beside it. */
public record FilePlaces(Path data) {

    /** Every file that has to be there, of all tenants: tenant, id, size, sha256 in hex, and whether it has a small picture. */
    public static final String KEPT_SQL = """
            select tenant_id, id, size, encode(sha256, 'hex'), thumbnail from file
            where erased_at is null order by tenant_id, id""";

    public static boolean isFolder(Path name) {
        return name.toString().equals("files");
    }

    Path root() {
        return data.resolve("files");
    }

    /** The last byte of an id is random, so the folders fill evenly. */
    public Path place(UUID tenant, UUID id) {
        return folder(tenant, id).resolve(id.toString());
    }

    public Path thumbnail(UUID tenant, UUID id) {
        return folder(tenant, id).resolve(id + ".thumb");
    }

    Path folder(UUID tenant, UUID id) {
        String name = id.toString();
        return root().resolve(tenant.toString()).resolve(name.substring(name.length() - 2));
    }
}
