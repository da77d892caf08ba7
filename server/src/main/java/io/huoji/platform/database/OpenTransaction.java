package io.huoji.platform.database;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** A data source whose connections are that of the open transaction, for libraries that would take one of their own. */
public final class OpenTransaction {

    private OpenTransaction() {}

    public static DataSource of(DataSource dataSource) {
        return new TransactionAwareDataSourceProxy(dataSource);
    }
}
