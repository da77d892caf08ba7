package io.huoji.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** A bounded loop of requests by n clients: warmed up, then counted. */
final class Load {

    /** One client's act; called again and again by one thread. */
    interface Client extends AutoCloseable {
        void act(long number) throws Exception;

        @Override
        default void close() throws Exception {
        }
    }

    /** Makes the client number i of a load. */
    interface Clients {
        Client open(int number) throws Exception;
    }

    /**
     * What was measured.
     *
     * @param perSecond acts finished in a second
     * @param millis    latencies, sorted, in milliseconds
     */
    record Result(double perSecond, double[] millis) {

        double percentile(double share) {
            return millis.length == 0 ? Double.NaN : millis[(int) Math.min(millis.length - 1, millis.length * share)];
        }
    }

    private Load() {
    }

    static Result run(int clients, Duration warmUp, Duration counted, Clients maker) throws Exception {
        long start = System.nanoTime();
        long from = start + warmUp.toNanos();
        long to = from + counted.toNanos();
        var samples = new double[clients][];
        var failure = new AtomicReference<Exception>();
        var done = new CountDownLatch(clients);
        for (int i = 0; i < clients; i++) {
            int number = i;
            Thread.ofPlatform().name("client " + i).start(() -> {
                try (Client client = maker.open(number)) {
                    samples[number] = loop(client, number, clients, from, to);
                } catch (Exception fault) {
                    failure.compareAndSet(null, fault);
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        if (failure.get() != null)
            throw failure.get();
        double[] all = Arrays.stream(samples).flatMapToDouble(Arrays::stream).sorted().toArray();
        return new Result(all.length / (counted.toNanos() / 1e9), all);
    }

    private static double[] loop(Client client, int number, int clients, long from, long to) throws Exception {
        double[] mine = new double[1 << 12];
        int count = 0;
        for (long act = number;; act += clients) {
            long before = System.nanoTime();
            if (before >= to)
                return Arrays.copyOf(mine, count);
            client.act(act);
            long after = System.nanoTime();
            if (before >= from && after <= to) {
                if (count == mine.length)
                    mine = Arrays.copyOf(mine, count * 2);
                mine[count++] = (after - before) / 1e6;
            }
        }
    }
}
