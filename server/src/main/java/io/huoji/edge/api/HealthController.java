package io.huoji.edge.api;

import io.huoji.platform.access.OpenToAll;
import io.huoji.platform.tenant.Tenants;
import java.util.Map;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
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
    private final ApplicationAvailability availability;

    HealthController(Tenants tenants, ApplicationAvailability availability) {
        this.tenants = tenants;
        this.availability = availability;
    }

    /** The process answers. */
    @OpenToAll
    @GetMapping("/live")
    Map<String, String> live() {
        return Map.of("status", "UP");
    }

    /** It can work: what the start has to make (the first admin, the demo) is there, and the database answers. */
    @OpenToAll
    @GetMapping("/ready")
    ResponseEntity<Map<String, String>> ready() {
        return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC && databaseAnswers()
                ? ResponseEntity.ok(Map.of("status", "UP"))
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, "1")
                        .body(Map.of("status", "DOWN"));
    }

    private boolean databaseAnswers() {
        try {
            tenants.isEmpty();
            return true;
        } catch (DataAccessException | TransactionException broken) {
            return false;
        }
    }
}
