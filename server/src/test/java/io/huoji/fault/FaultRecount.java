package io.huoji.fault;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Looks at the database as its superuser and counts by ways of its own. */
final class FaultRecount {

    private static final String SUMS = "expected, on_time, done, actions, unplanned, rated, met, improve";

    private static final String LEDGER = """
            select person_id, unit_id, node_id, counts_on as day, 1 as expected,
                   case when closed_at <= grace_until then 1 else 0 end as on_time,
                   case when closed_by is null then 0 else 1 end as done,
                   0 as actions, 0 as unplanned, 0 as rated, 0 as met, 0 as improve
            from expectation""";

    private static final String RECORDS = """
            select subject_id, unit_id, kind_id, (effective_at at time zone 'Asia/Shanghai')::date, 0, 0, 0, 1,
                   case when id in (select closed_by from expectation where closed_by is not null) then 0 else 1 end,
                   1, case level when 'MET' then 1 else 0 end, case level when 'IMPROVE' then 1 else 0 end
            from record where deleted_at is null""";

    private final Statement sql;

    FaultRecount(Connection connection) throws SQLException {
        sql = connection.createStatement();
    }

    long number(String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Records by the key in their note, and keys that stand in more than one. */
    Map<String, UUID> recordsByKey(Set<String> doubles) throws SQLException {
        Map<String, UUID> found = new HashMap<>();
        try (ResultSet row = sql.executeQuery("select fields ->> 'note', id from record")) {
            while (row.next())
                if (found.put(row.getString(1), row.getObject(2, UUID.class)) != null)
                    doubles.add(row.getString(1));
        }
        return found;
    }

    /** Cells that a roll-up has and a count of all rows has not, or the other way round. */
    Set<String> wrongCells() throws SQLException {
        Set<String> wrong = new TreeSet<>();
        wrong.addAll(difference("unit_day", "unit_id, node_id, day", "unit_id, node_id, day"));
        wrong.addAll(difference("person_month", "person_id, node_id, month",
                "person_id, node_id, date_trunc('month', day)::date"));
        for (String grain : Set.of("week", "month"))
            wrong.addAll(difference("(select * from unit_period where grain = '" + grain + "')",
                    "unit_id, node_id, start", "unit_id, node_id, date_trunc('" + grain + "', day)::date"));
        return wrong;
    }

    private Set<String> difference(String rollUp, String keys, String counted) throws SQLException {
        String sums = SUMS.replaceAll("(\\w+)", "sum($1)");
        Set<String> stored = rows("select " + keys + ", " + SUMS + " from " + rollUp
                + " stored where expected + actions > 0");
        Set<String> fresh = rows("select " + counted + ", " + sums + " from (" + LEDGER + " union all " + RECORDS
                + ") ones group by 1, 2, 3");
        Set<String> wrong = new HashSet<>();
        stored.stream().filter(row -> !fresh.contains(row)).forEach(row -> wrong.add(rollUp + " has " + row));
        fresh.stream().filter(row -> !stored.contains(row)).forEach(row -> wrong.add(rollUp + " lacks " + row));
        return wrong;
    }

    private Set<String> rows(String query) throws SQLException {
        Set<String> rows = new HashSet<>();
        try (ResultSet row = sql.executeQuery(query)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                StringBuilder text = new StringBuilder();
                for (int i = 1; i <= columns; i++)
                    text.append(row.getString(i)).append(' ');
                rows.add(text.toString());
            }
        }
        return rows;
    }
}
