package io.huoji.platform.org;

import io.huoji.platform.kernel.Ids;
import io.huoji.platform.tenant.TenantId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes people and their memberships, any number of them with one statement each. */
@Repository
class PersonRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    PersonRepository(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Inserts or replaces the rows; managers may be among the people. The foreign key is checked at the statement's end. */
    void save(TenantId tenant, Collection<Person> people) {
        jdbc.sql(
                """
                        insert into person (tenant_id, id, code, name, name_key, email, mobile, manager_id, external_ids, active,
                                            created_at)
                        select :tenant, id, code, name, name_key, email, mobile, manager, external_ids::jsonb, active, :now
                        from unnest(:ids, :codes, :names, :nameKeys, :emails, :mobiles, :managers, :externalIds, :actives)
                             as row (id, code, name, name_key, email, mobile, manager, external_ids, active)
                        on conflict (tenant_id, id) do update
                        set code = excluded.code, name = excluded.name, name_key = excluded.name_key, email = excluded.email,
                            mobile = excluded.mobile, manager_id = excluded.manager_id, external_ids = excluded.external_ids,
                            active = excluded.active, version = person.version + 1
                        """)
                .param("tenant", tenant.value())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("ids", ids(people, Person::id))
                .param("codes", texts(people, Person::code))
                .param("names", texts(people, Person::name))
                .param("nameKeys", texts(people, Person::nameKey))
                .param("emails", texts(people, Person::email))
                .param("mobiles", texts(people, Person::mobile))
                .param("managers", ids(people, Person::manager))
                .param("externalIds", texts(people, person -> json.writeValueAsString(person.externalIds())))
                .param("actives", people.stream().map(Person::active).toArray(Boolean[]::new))
                .update();
    }

    void replaceMemberships(TenantId tenant, Collection<Person> people) {
        jdbc.sql("delete from unit_membership where tenant_id = :tenant and person_id = any(:people)")
                .param("tenant", tenant.value())
                .param("people", ids(people, Person::id))
                .update();
        record Row(UUID person, Membership membership) {}
        List<Row> rows = people.stream()
                .flatMap(person -> person.memberships().stream().map(it -> new Row(person.id(), it)))
                .toList();
        jdbc.sql("""
                insert into unit_membership (tenant_id, id, person_id, unit_id, valid_from, valid_to)
                select :tenant, * from unnest(:ids, :people, :units, cast(:froms as date[]), cast(:tos as date[]))
                """)
                .param("tenant", tenant.value())
                .param("ids", ids(rows, row -> row.membership().id()))
                .param("people", ids(rows, Row::person))
                .param("units", ids(rows, row -> row.membership().unit()))
                .param("froms", days(rows, row -> row.membership().from()))
                .param("tos", days(rows, row -> row.membership().to()))
                .update();
    }

    /** Tells the consumers of the work queue whose unit changed from which day on (null = since ever). */
    void announce(TenantId tenant, Map<UUID, String> changes) {
        List<UUID> people = List.copyOf(changes.keySet());
        jdbc.sql("""
                insert into event (tenant_id, id, kind, subject_id, payload)
                select :tenant, id, 'membership.changed', person, payload::jsonb
                from unnest(:ids, :people, :payloads) as row (id, person, payload)
                """)
                .param("tenant", tenant.value())
                .param("ids", ids(people, person -> Ids.next()))
                .param("people", people.toArray(UUID[]::new))
                .param("payloads", texts(people, changes::get))
                .update();
    }

    /** Those of the tenant's people who can sign in. */
    Set<UUID> withAccount(TenantId tenant) {
        return jdbc.sql("select person_id from account_membership where tenant_id = :tenant and ended_at is null")
                .param("tenant", tenant.value())
                .query(UUID.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private static <T> UUID[] ids(Collection<T> rows, Function<T, @Nullable UUID> value) {
        return rows.stream().map(value).toArray(UUID[]::new);
    }

    private static <T> String[] texts(Collection<T> rows, Function<T, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    /** As texts: the driver takes no array of dates. */
    private static <T> String[] days(Collection<T> rows, Function<T, @Nullable LocalDate> value) {
        return rows.stream().map(value).map(day -> day == null ? null : day.toString()).toArray(String[]::new);
    }
}
