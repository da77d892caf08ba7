package io.huoji.platform.identity;

import io.huoji.platform.access.OpenToAll;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.SignedIn;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a request pass only when its endpoint says that this caller may. An endpoint that says nothing lets nobody pass. */
@Component
class AccessInterceptor implements HandlerInterceptor {

    private static final String OURS = "io.huoji.";

    private final Viewers viewers;

    AccessInterceptor(Viewers viewers) {
        this.viewers = viewers;
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
    }
}
