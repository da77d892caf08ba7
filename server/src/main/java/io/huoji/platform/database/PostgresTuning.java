package io.huoji.platform.database;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** Server settings of the built-in PostgreSQL, given on its command line so that they live in code. */
record PostgresTuning(int sharedMegabytes, int cacheMegabytes, boolean durable) {

    private static final long MEGABYTE = 1024L * 1024;

    /** An eighth of the memory for shared buffers, as the JVM lives on the same machine. */
    static PostgresTuning forThisMachine() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var memory = system.getTotalMemorySize() / MEGABYTE;
        return new PostgresTuning(Math.clamp(memory / 8, 128, 2048), (int) Math.max(256, memory / 2), true);
    }

    /** For throw-away clusters: a power cut may destroy them. */
    static PostgresTuning throwAway() {
        return new PostgresTuning(128, 512, false);
    }

    List<String> settings(int port) {
        var settings = new ArrayList<>(List
                .of("listen_addresses=127.0.0.1", "port=" + port, "unix_socket_directories=", "max_connections=80",
                        "shared_buffers=" + sharedMegabytes + "MB", "effective_cache_size=" + cacheMegabytes + "MB",
                        "work_mem=8MB", "maintenance_work_mem=128MB", "max_wal_size=2GB", "min_wal_size=256MB",
                        "wal_buffers=16MB", "checkpoint_timeout=15min", "random_page_cost=1.1", "jit=off",
                        "max_parallel_workers_per_gather=1", "autovacuum_naptime=20s", "timezone=UTC",
                        "log_timezone=UTC", "lc_messages=C", "password_encryption=scram-sha-256",
                        "logging_collector=on", "log_directory=log", "log_filename=postgres-%a.log",
                        "log_truncate_on_rotation=on", "log_rotation_size=0", "log_min_duration_statement=2000"));
        if (!durable) {
            settings.addAll(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
        }
        return settings;
    }
}
