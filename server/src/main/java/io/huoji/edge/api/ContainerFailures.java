package io.huoji.edge.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** What Tomcat refuses before any filter sees it, such as a path with a zero byte: a problem answer like all others. */
@Component
class ContainerFailures implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private final ProblemAnswer answer;

    ContainerFailures(ProblemAnswer answer) {
        this.answer = answer;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(context -> context.getParent().getPipeline().addValve(new Report(answer)));
    }

    private static final class Report extends ErrorReportValve {

        private final ProblemAnswer answer;

        Report(ProblemAnswer answer) {
            this.answer = answer;
        }

        @Override
        protected void report(Request request, Response response, Throwable thrown) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported())
                return;
            try {
                answer.write(request, response, WebFailures.ofStatus(response.getStatus()));
                response.finishResponse();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
