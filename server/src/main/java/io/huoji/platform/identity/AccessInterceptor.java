package io.huoji.platform.identity;

import io.huoji.platform.access.AlsoAfterTrial;
import io.huoji.platform.access.OpenToAll;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.SignedIn;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import io.huoji.platform.tenant.Tenants;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a request pass only when its endpoint says that this caller may. An endpoint that says nothing lets nobody pass. */
@Component
class AccessInterceptor implements HandlerInterceptor {

    private static final String OURS = "io.huoji.";

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final Viewers viewers;
    private final Tenants tenants;

    AccessInterceptor(Viewers viewers, Tenants tenants) {
        this.viewers = viewers;
        this.tenants = tenants;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST && handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS) && !method.hasMethodAnnotation(OpenToAll.class))
            check(request, method);
        return true;
    }

    private void check(HttpServletRequest request, HandlerMethod method) {
        Requires requires = method.getMethodAnnotation(Requires.class);
        if (requires == null && !method.hasMethodAnnotation(SignedIn.class))
            throw new IllegalStateException("%s doesn't say who may call it.".formatted(method));
        Caller caller = viewers.caller(request);
        if (caller == null)
            throw new Misuse.Unauthenticated();
        if (caller.isSession() && !SessionCookies.isOurs(request))
            throw new Misuse.Forbidden(Problem.at("", "xsrf"));
        if (requires != null)
            caller.viewer().needs(requires.value());
        if (!READS.contains(request.getMethod()) && !method.hasMethodAnnotation(AlsoAfterTrial.class))
            tenants.needsWritable(caller.viewer().tenant());
    }
}
