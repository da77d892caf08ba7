package io.huoji.edge.api;

import io.huoji.platform.access.OpenToAll;
import io.huoji.platform.tenant.Tenants;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/health")
class HealthController {

    private final Tenants tenants;

    HealthController(Tenants tenants) {
        this.tenants = tenants;
    }

    /** The process answers. */
    @OpenToAll
    @GetMapping("/live")
    Map<String, String> live() {
        return Map.of("status", "UP");
    }

    /** It can work: the database answers too. */
    @OpenToAll
    @GetMapping("/ready")
    ResponseEntity<Map<String, String>> ready() {
        try {
            tenants.isEmpty();
            return ResponseEntity.ok(Map.of("status", "UP"));
        } catch (DataAccessException | TransactionException broken) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, "1")
                    .body(Map.of("status", "DOWN"));
        }
    }
}
