package io.huoji.edge.api;

import io.huoji.platform.access.OpenToAll;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what the container or a filter has refused by a bare status. */
@Controller
class ErrorPage implements ErrorController {

    private final ProblemAnswer answer;

    ErrorPage(ProblemAnswer answer) {
        this.answer = answer;
    }

    @OpenToAll
    @RequestMapping("/error")
    void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (thrown instanceof Exception exception) {
            answer.write(request, response, exception);
            return;
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        answer.write(request, response, WebFailures.ofStatus(status instanceof Integer code ? code : 404));
    }
}
