package io.huoji.edge.api;

import io.huoji.platform.kernel.Problem;
import io.huoji.platform.kernel.Wording;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** A problem within an answer, as in the items of a batch: with its message, like those of a refused request. */
@JacksonComponent
class ProblemJson extends ValueSerializer<Problem> {

    private final Wording wording;

    ProblemJson(Wording wording) {
        this.wording = wording;
    }

    @Override
    public void serialize(Problem problem, JsonGenerator json, SerializationContext context) {
        json.writeStartObject();
        json.writeStringProperty("field", problem.field());
        json.writeStringProperty("code", problem.code());
        json.writeStringProperty("message", wording.of(problem));
        json.writePOJOProperty("params", problem.params());
        json.writeEndObject();
    }
}
