package io.huoji.command.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;

/**
 * Cuts the rows of tables into parts of a few megabytes, packs these on other cores while the next are read, and writes them in
 * order. So the size of an entry is known before it is written, and memory does not depend on the size of a table.
 */
final class TableParts implements AutoCloseable {

    static final String FOLDER = "database/";
    private static final int PART = 4 << 20;
    private static final int MOST_PACKERS = 8;
    /** Hardly larger than by the default of 6, at half the time. */
    private static final int LEVEL = 3;

    private final ArchiveWriter archive;
    private final int packers = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_PACKERS);
    private final ExecutorService packing = Executors.newFixedThreadPool(packers,
            Thread.ofPlatform().daemon().factory());
    private final Deque<Future<byte[]>> packed = new ArrayDeque<>();
    private ByteArrayOutputStream part = new ByteArrayOutputStream();
    private String table = "";
    private int written;

    TableParts(ArchiveWriter archive) {
        this.archive = archive;
    }

    void begin(String name) {
        table = name;
        written = 0;
    }

    void add(byte[] line) throws IOException {
        part.writeBytes(line);
        if (part.size() >= PART) {
            pack();
            while (packed.size() > packers) {
                write();
            }
        }
    }

    void end() throws IOException {
        if (part.size() > 0) {
            pack();
        }
        while (!packed.isEmpty()) {
            write();
        }
    }

    private void pack() {
        var full = part;
        part = new ByteArrayOutputStream(PART + PART / 4);
        packed.add(packing.submit(() -> packed(full)));
    }

    private static byte[] packed(ByteArrayOutputStream full) throws IOException {
        var small = new ByteArrayOutputStream(PART / 4);
        try (var gzip = new GZIPOutputStream(small, 1 << 16) {
            {
                def.setLevel(LEVEL);
            }
        }) {
            full.writeTo(gzip);
        }
        return small.toByteArray();
    }

    private void write() throws IOException {
        try {
            archive.entry(entry(table, ++written), packed.remove().get());
        } catch (ExecutionException fault) {
            throw new IOException(fault.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("The backup was interrupted.");
        }
    }

    static String entry(String table, int number) {
        return "%s%s/%05d.gz".formatted(FOLDER, table, number);
    }

    @Override
    public void close() {
        packing.shutdownNow();
    }
}
