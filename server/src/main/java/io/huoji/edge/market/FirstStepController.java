package io.huoji.edge.market;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/first-steps")
class FirstStepController {

    private final FirstSteps steps;

    FirstStepController(FirstSteps steps) {
        this.steps = steps;
    }

    @GetMapping
    @Requires(Permission.MODEL_WRITE)
    FirstSteps.Answer steps(Viewer viewer) {
        return steps.of(viewer);
    }

    @PatchMapping
    @Requires(Permission.MODEL_WRITE)
    FirstSteps.Answer tell(Viewer viewer, @RequestBody FirstSteps.Told body) {
        return steps.tell(viewer, body);
    }
}
