package io.huoji.platform.database;

import io.huoji.platform.settings.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom PostgreSQL runs as: it refuses root, so root hands it to the owner of the cluster, which never changes
 * once the cluster is there.
 */
record PostgresUser(int uid, int gid, boolean isAnother, boolean needsSearchRight) {

    private static final Path SELF = Path.of("/proc/self");
    private static final int ROOT = 0;
    private static final int NOBODY = 65_534;

    static PostgresUser of(Path cluster) throws IOException {
        var me = attribute(SELF, "unix:uid");
        var hasCluster = Files.exists(cluster);
        if (me != ROOT) {
            if (hasCluster && attribute(cluster, "unix:uid") != me) {
                throw new StartRefused("The database in %s belongs to user %s: start Huoji as that user or as root."
                        .formatted(cluster, Files.getOwner(cluster)));
            }
            return new PostgresUser(me, attribute(SELF, "unix:gid"), false, false);
        }
        var model = hasCluster ? cluster : nearestExisting(cluster);
        return another(attribute(model, "unix:uid"), attribute(model, "unix:gid"), cluster);
    }

    private static Path nearestExisting(Path cluster) throws IOException {
        var path = cluster.toAbsolutePath();
        for (var parent = path.getParent(); parent != null; parent = parent.getParent()) {
            if (Files.exists(parent)) {
                return parent;
            }
        }
        return Path.of("/");
    }

    private static PostgresUser another(int uid, int gid, Path cluster) throws IOException {
        return uid == ROOT
                ? new PostgresUser(NOBODY, NOBODY, true, !isOpenToAll(cluster))
                : new PostgresUser(uid, gid, true, !isOpenToAll(cluster));
    }

    /** Whether everyone may pass through every directory above. */
    private static boolean isOpenToAll(Path path) throws IOException {
        for (var parent = path.getParent(); parent != null; parent = parent.getParent()) {
            if (Files.exists(parent)
                    && !Files.getPosixFilePermissions(parent).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    private static int attribute(Path path, String name) throws IOException {
        return (Integer) Files.getAttribute(path, name);
    }

    /** The command as this user runs it. A closed directory above, like /root, is passed by one capability. */
    List<String> run(List<String> command) {
        if (!isAnother) {
            return command;
        }
        var full = new ArrayList<>(List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups"));
        if (needsSearchRight) {
            full.addAll(List.of("--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"));
        }
        full.add("--");
        full.addAll(command);
        return full;
    }

    /** Gives a file or an empty directory to this user. */
    void own(Path path) throws IOException {
        if (isAnother) {
            Files.setAttribute(path, "unix:gid", gid);
            Files.setAttribute(path, "unix:uid", uid);
        }
    }
}
