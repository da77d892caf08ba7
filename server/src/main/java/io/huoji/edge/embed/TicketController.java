package io.huoji.edge.embed;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/embed-tickets")
class TicketController {

    private final Tickets tickets;

    TicketController(Tickets tickets) {
        this.tickets = tickets;
    }

    record Wish(@Nullable JsonNode node, @Nullable JsonNode object, @Nullable JsonNode actor,
            @Nullable String origin) {}

    record Answer(String ticket, Instant expiresAt) {}

    @Requires(Permission.EMBED_TICKETS)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Answer issue(Viewer viewer, @RequestBody Wish wish) {
        if (wish.origin() == null)
            throw new Misuse.Malformed(Problem.at("origin", "required"));
        var object = wish.object() == null || wish.object().isNull() ? null : Name.of("object", wish.object());
        var issued = tickets.issue(viewer, new Tickets.Wish(Name.of("node", wish.node()), object,
                Name.of("actor", wish.actor()), wish.origin()));
        return new Answer(issued.secret().text(), issued.expiresAt());
    }
}
