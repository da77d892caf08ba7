package io.huoji.platform.org;

import static io.huoji.platform.access.Permission.EVENTS_WRITE;
import static io.huoji.platform.access.Permission.EXPECTATIONS_READ;
import static io.huoji.platform.access.Permission.EXPECTATIONS_WAIVE;
import static io.huoji.platform.access.Permission.METRICS_READ;
import static io.huoji.platform.access.Permission.MODEL_READ;
import static io.huoji.platform.access.Permission.OBJECTS_READ;
import static io.huoji.platform.access.Permission.OBJECTS_WRITE;
import static io.huoji.platform.access.Permission.PEOPLE_READ;
import static io.huoji.platform.access.Permission.RECORDS_CREATE;
import static io.huoji.platform.access.Permission.RECORDS_DELETE;
import static io.huoji.platform.access.Permission.RECORDS_IMPORT;
import static io.huoji.platform.access.Permission.RECORDS_READ;
import static io.huoji.platform.access.Permission.RECORDS_UPDATE;
import static io.huoji.platform.access.Permission.TENANT_WRITE;
import static io.huoji.platform.access.Permission.TOKENS_WRITE;

import io.huoji.platform.access.Permission;
import io.huoji.platform.kernel.Ids;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The roles that every tenant starts with. */
final class BuiltInRoles {

    private BuiltInRoles() {}

    static List<Role> fresh() {
        return List.of(
                role(Role.ADMIN, "管理员", Scope.ALL, EnumSet.allOf(Permission.class)),
                role("hr", "人事", Scope.ALL, EnumSet.complementOf(EnumSet.of(TENANT_WRITE, TOKENS_WRITE))),
                role("executive", "高管", Scope.ALL, EnumSet.of(PEOPLE_READ, MODEL_READ, RECORDS_READ,
                        EXPECTATIONS_READ, OBJECTS_READ, METRICS_READ)),
                role("it", "信息技术", Scope.ALL, EnumSet.of(TENANT_WRITE, TOKENS_WRITE, PEOPLE_READ, MODEL_READ,
                        OBJECTS_READ, OBJECTS_WRITE, EVENTS_WRITE, RECORDS_IMPORT, Permission.EMBED_TICKETS)),
                role(Role.LEAD, "负责人", Scope.UNIT_AND_BELOW, EnumSet.of(PEOPLE_READ, MODEL_READ, RECORDS_READ,
                        RECORDS_CREATE, RECORDS_UPDATE, RECORDS_DELETE, EXPECTATIONS_READ, EXPECTATIONS_WAIVE,
                        OBJECTS_READ, METRICS_READ)),
                role("staff", "员工", Scope.OWN, EnumSet.of(PEOPLE_READ, MODEL_READ, RECORDS_READ, RECORDS_CREATE,
                        RECORDS_UPDATE, EXPECTATIONS_READ, OBJECTS_READ, METRICS_READ)));
    }

    private static Role role(String key, String name, Scope scope, Set<Permission> permissions) {
        return new Role(Ids.next(), key, name, RoleClass.KNOWLEDGE, scope, Set.of(), permissions, true);
    }
}
