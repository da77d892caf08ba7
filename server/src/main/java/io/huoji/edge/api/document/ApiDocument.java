package io.huoji.edge.api.document;

import io.huoji.platform.access.OpenToAll;
import io.huoji.platform.access.Requires;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Describes every endpoint of ours as OpenAPI 3.1, from the handlers themselves, so that it can't say anything else than they do. */
class ApiDocument {

    private final JsonMapper json;
    private final JsonSchemas schemas;
    private final Operations operations = new Operations();

    ApiDocument(JsonMapper json) {
        this.json = json;
        this.schemas = new JsonSchemas(json);
    }

    private record Operation(String method, String path, HandlerMethod handler) {

        String name() {
            return method + " " + path;
        }
    }

    ObjectNode of(RequestMappingHandlerMapping mapping) {
        ObjectNode document = json.createObjectNode().put("openapi", "3.1.0");
        document.putObject("info").put("title", "Huoji 活绩").put("version", "1").put("description",
                """
                        令牌放在 `Authorization: Bearer`；浏览器用会话，写操作另带 `X-XSRF-TOKEN`。出错一律是 RFC 9457 的 `application/problem+json`，\
                        `errors` 写明每个字段哪里不对。

                        A token goes into `Authorization: Bearer`; a browser has its session and sends `X-XSRF-TOKEN` with what it changes. \
                        Errors are RFC 9457 `application/problem+json`; `errors` names what is wrong with each field.""");
        document.putArray("servers").addObject().put("url", "/");
        ArrayNode either = document.putArray("security");
        List.of("token", "session").forEach(it -> either.addObject().putArray(it));
        ArrayNode tags = document.putArray("tags");
        operations.groups().forEach(it -> tags.addObject().put("name", it));
        ObjectNode paths = document.putObject("paths");
        operations(mapping).forEach(it -> paths.withObjectProperty(it.path())
                .set(it.method().toLowerCase(Locale.ROOT), describe(it)));
        ObjectNode components = document.putObject("components");
        problem(components);
        security(components.putObject("securitySchemes"));
        ObjectNode named = components.withObjectProperty("schemas");
        schemas.named().forEach(named::set);
        return document;
    }

    private static List<Operation> operations(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(it -> it.getValue().getBeanType().getName().startsWith("io.huoji."))
                .flatMap(it -> of(it.getKey(), it.getValue()))
                .sorted(Comparator.comparing(Operation::path).thenComparing(Operation::method))
                .toList();
    }

    private static Stream<Operation> of(RequestMappingInfo info, HandlerMethod handler) {
        return info.getPatternValues().stream()
                .flatMap(path -> info.getMethodsCondition().getMethods().stream()
                        .map(method -> new Operation(method.name(), path, handler)));
    }

    private ObjectNode describe(Operation operation) {
        HandlerMethod handler = operation.handler();
        ObjectNode described = json.createObjectNode();
        Operations.Words words = operations.of(operation.name());
        if (words != null) {
            described.put("summary", words.summary());
            described.putArray("tags").add(words.group());
        }
        described.put("operationId", operation.name().replaceAll("[^A-Za-z]+", "_").replaceAll("_$", ""));
        Requires requires = handler.getMethodAnnotation(Requires.class);
        if (requires != null)
            described.put("description", "权限 permission: `" + requires.value().key() + "`");
        if (handler.hasMethodAnnotation(OpenToAll.class))
            described.putArray("security");
        ArrayNode parameters = described.putArray("parameters");
        for (MethodParameter parameter : handler.getMethodParameters())
            read(parameter, parameters, described);
        answers(operation, described.putObject("responses"));
        return described;
    }

    private void read(MethodParameter parameter, ArrayNode parameters, ObjectNode described) {
        parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
        String name = Objects.requireNonNullElse(parameter.getParameterName(), "");
        ObjectNode schema = schemas.of(ResolvableType.forMethodParameter(parameter));
        if (parameter.getParameterType() == MultipartFile.class) {
            content(described.putObject("requestBody").put("required", true), "multipart/form-data")
                    .put("type", "object").putObject("properties").putObject("file").put("type", "string").put("format",
                            "binary");
        } else if (parameter.hasParameterAnnotation(RequestBody.class)) {
            described.putObject("requestBody").put("required", true).putObject("content").putObject("application/json")
                    .set("schema", schema);
        } else {
            fromAddress(parameter, name, schema, parameters);
        }
    }

    private void fromAddress(MethodParameter parameter, String name, ObjectNode schema, ArrayNode parameters) {
        PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        if (path != null)
            parameter(parameters, named(path.value(), name), "path", true, schema);
        if (header != null)
            parameter(parameters, named(header.name(), name), "header", header.required(), schema);
        if (query == null)
            return;
        boolean hasDefault = !query.defaultValue().equals(ValueConstants.DEFAULT_NONE);
        if (hasDefault)
            schema.put("default", query.defaultValue());
        parameter(parameters, named(query.name(), name), "query", query.required() && !hasDefault, schema);
    }

    private static String named(String said, String name) {
        return said.isEmpty() ? name : said;
    }

    private void parameter(ArrayNode parameters, String name, String in, boolean required, ObjectNode schema) {
        parameters.addObject().put("name", name).put("in", in).put("required", required).set("schema", schema);
    }

    private void answers(Operation operation, ObjectNode responses) {
        ResolvableType type = ResolvableType.forMethodReturnType(operation.handler().getMethod());
        if (HttpEntity.class.isAssignableFrom(type.toClass()))
            type = type.getGeneric(0);
        ObjectNode good = responses.putObject("2XX").put("description", "OK");
        if (type.toClass() != void.class && type.toClass() != Void.class)
            good.putObject("content").putObject("application/json").set("schema", schemas.of(type));
        responses.putObject("4XX").put("$ref", "#/components/responses/Problem");
    }

    private static ObjectNode content(ObjectNode in, String mediaType) {
        return in.putObject("content").putObject(mediaType).putObject("schema");
    }

    private static void problem(ObjectNode components) {
        ObjectNode answer = components.putObject("responses").putObject("Problem").put("description",
                "RFC 9457, application/problem+json");
        content(answer, "application/problem+json").put("$ref", "#/components/schemas/Problem");
        ObjectNode schema = components.putObject("schemas").putObject("Problem").put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (String name : List.of("type", "title", "detail", "instance", "traceId"))
            properties.putObject(name).put("type", "string");
        properties.putObject("status").put("type", "integer");
        ObjectNode entry = properties.putObject("errors").put("type", "array").putObject("items").put("type", "object")
                .putObject("properties");
        for (String name : List.of("field", "code", "message"))
            entry.putObject(name).put("type", "string");
        entry.putObject("params").put("type", "object");
    }

    private static void security(ObjectNode schemes) {
        schemes.putObject("token").put("type", "http").put("scheme", "bearer");
        schemes.putObject("session").put("type", "apiKey").put("in", "cookie").put("name", "huoji_session");
    }
}
