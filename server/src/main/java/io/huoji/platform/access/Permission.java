package io.huoji.platform.access;

import java.util.Arrays;
import java.util.Optional;

/** An act that a role or a token may be allowed. Its key is what the API and the scopes of tokens say. */
public enum Permission {
    TENANT_WRITE("tenant.write"), PEOPLE_READ("people.read"), PEOPLE_WRITE("people.write"), ROLES_WRITE(
            "roles.write"), TOKENS_WRITE("tokens.write"), MODEL_READ("model.read"), MODEL_WRITE(
                    "model.write"), RECORDS_READ("records.read"), RECORDS_CREATE("records.create"), RECORDS_UPDATE(
                            "records.update"), RECORDS_DELETE("records.delete"), RECORDS_IMPORT(
                                    "records.import"), NODES_WRITE("nodes.write"), EXPECTATIONS_READ(
                                            "expectations.read"), EXPECTATIONS_WAIVE(
                                                    "expectations.waive"), OBJECTS_READ("objects.read"), OBJECTS_WRITE(
                                                            "objects.write"), EVENTS_WRITE(
                                                                    "events.write"), METRICS_READ(
                                                                            "metrics.read"), EMBED_TICKETS(
                                                                                    "embed.tickets");

    private final String key;

    Permission(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public static Optional<Permission> byKey(String key) {
        return Arrays.stream(values()).filter(permission -> permission.key.equals(key)).findFirst();
    }
}
