package io.huoji.edge.embed;

import io.huoji.platform.access.OpenToAll;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page for hosts that prefer a frame. It holds nothing; the ticket comes by message. */
@RestController
class FrameController {

    /** A header can't grow without end: with more pages than this, only the one that asks is named. */
    private static final int MOST_NAMED = 50;

    private final AllowedOrigins origins;

    FrameController(AllowedOrigins origins) {
        this.origins = origins;
    }

    @OpenToAll
    @GetMapping("/embed/v1/frame")
    ResponseEntity<Resource> frame(HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .header("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; "
                        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors "
                        + ancestors(request.getHeader(HttpHeaders.REFERER)))
                .body(new ClassPathResource("pages/frame.html"));
    }

    private String ancestors(@Nullable String referer) {
        Set<String> allowed = origins.all();
        String asking = origin(referer);
        if (asking != null && allowed.contains(asking))
            return asking;
        return allowed.isEmpty() || allowed.size() > MOST_NAMED ? "'none'" : String.join(" ", new TreeSet<>(allowed));
    }

    private static @Nullable String origin(@Nullable String referer) {
        try {
            URI url = referer == null ? null : URI.create(referer);
            return url == null || url.getAuthority() == null ? null : url.getScheme() + "://" + url.getAuthority();
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
