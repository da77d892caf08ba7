package io.huoji.platform.org;

import io.huoji.platform.tenant.Stamps;
import io.huoji.platform.tenant.TenantCache;
import io.huoji.platform.tenant.TenantId;
import org.springframework.stereotype.Service;

/** The directory of every tenant, kept in memory until something in it changes. */
@Service
public class Directories {

    private final TenantCache<Directory> cache;

    Directories(DirectoryRepository repository, Stamps stamps) {
        this.cache = stamps.cache(repository::load);
    }

    public Directory of(TenantId tenant) {
        return cache.of(tenant);
    }
}
