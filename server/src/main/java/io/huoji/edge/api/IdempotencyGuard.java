package io.huoji.edge.api;

import io.huoji.platform.access.Viewer;
import io.huoji.platform.identity.Viewers;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;

/**
 * Lets a write with an {@code Idempotency-Key} run once. It stands behind the check of rights, so a repetition needs the same
 * rights as the first. The handler finds the id to give to what it makes in the request attribute {@value #INNER_KEY}: it is the
 * same for every attempt.
 */
@Configuration(proxyBeanMethods = false)
class IdempotencyGuard implements HandlerInterceptor, WebMvcConfigurer {

    /** A UUIDv7; a write that uses it as the id of its row is safe even when the first attempt died after the commit. */
    static final String INNER_KEY = "huoji.inner-key";
    static final String CLAIM = IdempotencyGuard.class.getName();
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final IdempotentRequests requests;
    private final Viewers viewers;

    IdempotencyGuard(IdempotentRequests requests, Viewers viewers) {
        this.viewers = viewers;
        this.requests = requests;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/v1/**").order(Ordered.LOWEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, ServletException {
        String key = request.getHeader(IdempotencyFilter.HEADER);
        Viewer viewer = key == null || isLeftOut(request) ? null : viewers.find(request);
        if (key == null || viewer == null)
            return true;
        KeptBody kept = WebUtils.getNativeRequest(request, KeptBody.class);
        boolean isMultipart = request.getContentType() != null && request.getContentType().startsWith("multipart/");
        if (kept == null && !isMultipart)
            return true;
        if (!KEY.matcher(key).matches())
            throw new Misuse.Malformed(Problem.at(IdempotencyFilter.HEADER, "idempotency-key"));
        var call = new IdempotentRequests.Call(viewer.tenant(), viewer.caller(), request.getMethod(),
                request.getRequestURI(), key, hash(request, kept));
        var claim = requests.claim(call);
        if (claim.isPresent()) {
            request.setAttribute(CLAIM, claim.get());
            request.setAttribute(INNER_KEY, claim.get().innerKey());
            return true;
        }
        repeat(call, response);
        return false;
    }

    private void repeat(IdempotentRequests.Call call, HttpServletResponse response) throws IOException {
        Optional<IdempotentRequests.Stored> first = requests.find(call);
        if (first.isPresent() && !first.get().bodyHash().equals(call.bodyHash()))
            throw new Misuse.Refused(Problem.at(IdempotencyFilter.HEADER, "key-reused"));
        if (first.isEmpty() || first.get().status() == null)
            throw new Misuse.Conflict(Problem.at(IdempotencyFilter.HEADER, "in-progress"));
        response.setStatus(first.get().status());
        first.get().headers().forEach(response::setHeader);
        response.setHeader("Idempotent-Replayed", "true");
        response.getOutputStream().write(first.get().body().getBytes(StandardCharsets.UTF_8));
    }

    /** A password is never kept, not even as a hash of the request that carried it; one more ticket does no harm. */
    private static boolean isLeftOut(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.endsWith("/account/password") || path.startsWith("/api/v1/trials/")
                || path.endsWith("/embed-tickets");
    }

    private static String hash(HttpServletRequest request, @Nullable KeptBody kept)
            throws IOException, ServletException {
        MessageDigest digest = sha256();
        String query = request.getQueryString();
        digest.update((query == null ? "\n" : query + "\n").getBytes(StandardCharsets.UTF_8));
        if (kept != null)
            return HexFormat.of().formatHex(digest.digest(kept.body()));
        for (Part part : request.getParts()) {
            digest.update((part.getName() + "\n" + part.getSubmittedFileName() + "\n" + part.getSize() + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            try (InputStream content = part.getInputStream()) {
                byte[] buffer = new byte[1 << 16];
                for (int count = content.read(buffer); count >= 0; count = content.read(buffer))
                    digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
