package io.huoji.bench;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;

/** One client that submits actions over HTTP, each for a random person of a random small tenant. */
final class HttpSubmit implements Load.Client {

    static final String PATH = "/api/v1/tables/" + Model.TABLE + "/records";

    private final HttpConnection connection;
    private final Data data;

    HttpSubmit(Server server, Data data) throws IOException {
        this.connection = new HttpConnection(server.port);
        this.data = data;
    }

    @Override
    public void act(long number) throws IOException {
        submit(connection, data.small[ThreadLocalRandom.current().nextInt(Data.TENANTS)]);
    }

    static void submit(HttpConnection connection, Data.TenantAccess tenant) throws IOException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String body = "{\"fields\":{\"teacher\":\"%s\",\"date\":\"%s\",\"action\":\"%s\",\"quality\":\"%s\"}}".formatted(
                Model.person(random.nextInt(Data.PEOPLE)), Instant.now().truncatedTo(ChronoUnit.MILLIS),
                Model.NODES.get(random.nextInt(Model.NODES.size())), random.nextBoolean() ? "MET" : "IMPROVE");
        HttpConnection.Answer answer = connection.send("POST", PATH, tenant.token(), body);
        if (answer.status() != 201)
            throw new IOException("A submission was answered with %d %s".formatted(answer.status(), answer.body()));
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
