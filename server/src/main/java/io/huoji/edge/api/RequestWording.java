package io.huoji.edge.api;

import io.huoji.platform.kernel.Problem;
import io.huoji.platform.kernel.Wording;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Speaks the language that the current request prefers. */
@Component
class RequestWording implements Wording {

    private final Messages messages;

    RequestWording(Messages messages) {
        this.messages = messages;
    }

    @Override
    public String of(Problem problem) {
        return messages.of(problem, locale());
    }

    private static Locale locale() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                ? Languages.of(current.getRequest())
                : Locale.CHINESE;
    }
}
