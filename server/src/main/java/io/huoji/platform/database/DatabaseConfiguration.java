package io.huoji.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The three ways into the database: one to migrate, one to work, one to sweep. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final int POOL = 16;
    private static final int SWEEP_POOL = 2;

    /** For Flyway alone; no pool, as it is needed for a moment. */
    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource ownerDataSource(DatabaseServer server) {
        var access = server.access();
        return new DriverManagerDataSource(access.url(), access.owner().role(), access.owner().password());
    }

    @Bean
    @Primary
    HikariDataSource dataSource(DatabaseServer server) {
        var config = pool("huoji", server.access(), server.access().application(), POOL);
        config.setAutoCommit(false);
        return new HikariDataSource(config);
    }

    /** Reads across tenants what the sweep's own policies allow; ask for it by name. */
    @Bean(defaultCandidate = false)
    HikariDataSource sweepDataSource(DatabaseServer server) {
        return new HikariDataSource(pool("huoji-sweep", server.access(), server.access().sweep(), SWEEP_POOL));
    }

    private static HikariConfig pool(String name, DatabaseAccess access, DatabaseAccess.Login login, int size) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(access.url());
        config.setUsername(login.role());
        config.setPassword(login.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(size, 2));
        config.setConnectionTimeout(5_000);
        config.addDataSourceProperty("ApplicationName", name);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return config;
    }
}
