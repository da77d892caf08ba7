package io.huoji.insight.live;

import io.huoji.insight.live.LiveStream.Signal;
import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.identity.Viewers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Server-Sent Events. Each stream keeps its (virtual) request thread, waiting, until the browser goes or its sign-in ends. */
@RestController
@RequestMapping("/api/v1/live")
class LiveController {

    private final LiveStreams streams;
    private final Viewers viewers;
    private final Clock clock;
    private final Duration beat;

    LiveController(LiveStreams streams, Viewers viewers, Clock clock,
            @Value("${huoji.live.beat:PT15S}") Duration beat) {
        this.streams = streams;
        this.viewers = viewers;
        this.clock = clock;
        this.beat = beat;
    }

    @GetMapping(produces = "text/event-stream")
    @Requires(Permission.METRICS_READ)
    void listen(Viewer viewer, HttpServletRequest request, HttpServletResponse response) throws InterruptedException {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        LiveStream stream = new LiveStream(viewer.tenant());
        streams.add(stream);
        try {
            write(response, "event: hello\ndata: {\"at\":\"%s\"}\n\n".formatted(clock.instant()));
            serve(stream, request, response);
        } catch (IOException gone) {
            // The browser went away, or was too slow to take what waits for it: it comes back by itself.
        } finally {
            streams.remove(stream);
        }
    }

    private void serve(LiveStream stream, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        for (Signal signal = stream.await(beat); signal != Signal.END; signal = stream.await(beat)) {
            if (signal == Signal.MOVED) {
                write(response,
                        "event: board\ndata: {\"board\":\"health\",\"at\":\"%s\"}\n\n".formatted(clock.instant()));
            } else if (stillMay(request)) {
                write(response, ": still here\n\n");
            } else {
                return;
            }
        }
    }

    /** Looks at the credential afresh: a session may have been ended, a role taken away. */
    private boolean stillMay(HttpServletRequest request) {
        Viewer now = viewers.findAgain(request);
        return now != null && now.may(Permission.METRICS_READ);
    }

    private static void write(HttpServletResponse response, String text) throws IOException {
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }
}
