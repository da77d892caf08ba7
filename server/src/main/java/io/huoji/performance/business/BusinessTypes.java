package io.huoji.performance.business;

import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Keys;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.tenant.Stamps;
import io.huoji.platform.tenant.TenantCache;
import io.huoji.platform.tenant.TenantId;
import io.huoji.platform.tenant.TenantTransactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/** The object and event types of a tenant, and their changes. */
@Service
public class BusinessTypes {

    private static final int LONGEST_NAME = 200;

    private final BusinessTypeRepository repository;
    private final TenantTransactions transactions;
    private final Stamps stamps;
    private final TenantCache<Types> cache;

    BusinessTypes(BusinessTypeRepository repository, TenantTransactions transactions, Stamps stamps) {
        this.repository = repository;
        this.transactions = transactions;
        this.stamps = stamps;
        this.cache = stamps.cache(repository::load);
    }

    /** Keys of event types are keys joined by dots: {@code opportunity.engaged}. */
    static boolean isEventKey(String text) {
        return text.length() <= LONGEST_NAME && List.of(text.split("\\.", -1)).stream().allMatch(Keys::isKey);
    }

    public Types of(TenantId tenant) {
        return cache.of(tenant);
    }

    ObjectType objectType(TenantId tenant, String key) {
        var type = of(tenant).objectType(key);
        if (type == null) {
            throw new Misuse.NotFound("object-type", key);
        }
        return type;
    }

    EventType eventType(TenantId tenant, String key) {
        var type = of(tenant).eventType(key);
        if (type == null) {
            throw new Misuse.NotFound("event-type", key);
        }
        return type;
    }

    public ObjectType create(TenantId tenant, String key, String name) {
        var type = new ObjectType(Ids.next(), key, name);
        refuse(problems(Keys.isKey(key), name));
        write(tenant, key, () -> repository.insert(tenant, type));
        return type;
    }

    public ObjectType rename(TenantId tenant, String key, String name) {
        var type = new ObjectType(objectType(tenant, key).id(), key, name);
        refuse(problems(true, name));
        write(tenant, key, () -> repository.update(tenant, type));
        return type;
    }

    void deleteObjectType(TenantId tenant, String key) {
        var type = objectType(tenant, key);
        delete(tenant, "object-type", key, () -> repository.deleteObjectType(tenant, type.id()));
    }

    public EventType create(TenantId tenant, String key, String name, @Nullable String objectType, boolean outcome) {
        var problems = problems(isEventKey(key), name);
        var type = new EventType(Ids.next(), key, name, objectTypeId(tenant, objectType, problems), outcome);
        refuse(problems);
        write(tenant, key, () -> repository.insert(tenant, type));
        return type;
    }

    public EventType change(TenantId tenant, String key, String name, @Nullable String objectType, boolean outcome) {
        var problems = problems(true, name);
        var type = new EventType(eventType(tenant, key).id(), key, name, objectTypeId(tenant, objectType, problems),
                outcome);
        refuse(problems);
        write(tenant, key, () -> repository.update(tenant, type));
        return type;
    }

    void deleteEventType(TenantId tenant, String key) {
        var type = eventType(tenant, key);
        delete(tenant, "event-type", key, () -> repository.deleteEventType(tenant, type.id()));
    }

    private @Nullable UUID objectTypeId(TenantId tenant, @Nullable String key, List<Problem> problems) {
        var type = key == null ? null : of(tenant).objectType(key);
        if (key != null && type == null) {
            problems.add(Problem.at("objectType", "unknown-object-type", Map.of("value", key)));
        }
        return type == null ? null : type.id();
    }

    private static List<Problem> problems(boolean isKey, String name) {
        List<Problem> problems = new ArrayList<>();
        if (!isKey) {
            problems.add(Problem.at("key", "bad-key"));
        }
        if (name.isBlank() || name.indexOf('\0') >= 0) {
            problems.add(Problem.at("name", "required"));
        }
        if (name.length() > LONGEST_NAME) {
            problems.add(Problem.at("name", "too-long", Map.of("max", LONGEST_NAME)));
        }
        return problems;
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new Misuse.Refused(problems);
        }
    }

    private void write(TenantId tenant, String key, Runnable statement) {
        try {
            transactions.run(tenant, () -> {
                stamps.bump(tenant);
                statement.run();
            });
        } catch (org.springframework.dao.DuplicateKeyException taken) {
            throw new Misuse.Conflict(Problem.at("key", "key-taken", Map.of("value", key)));
        }
    }

    private void delete(TenantId tenant, String what, String key, Runnable statement) {
        try {
            transactions.run(tenant, () -> {
                stamps.bump(tenant);
                statement.run();
            });
        } catch (DataIntegrityViolationException used) {
            throw new Misuse.Conflict(Problem.at("", "in-use", Map.of("what", what, "key", key)));
        }
    }
}
