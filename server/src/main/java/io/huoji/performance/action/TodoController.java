package io.huoji.performance.action;

import io.huoji.platform.access.Permission;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.Viewer;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1/todo")
class TodoController {

    record Page(LocalDate today, List<Todo.Day> week, Todo.LastWeek lastWeek, List<ObjectNode> items,
            List<ObjectNode> nodes) {}

    private final Todo todo;
    private final ExpectationPresenter expectations;
    private final AnchorPresenter anchors;

    TodoController(Todo todo, ExpectationPresenter expectations, AnchorPresenter anchors) {
        this.todo = todo;
        this.expectations = expectations;
        this.anchors = anchors;
    }

    @GetMapping
    @Requires(Permission.EXPECTATIONS_READ)
    Page mine(Viewer viewer) {
        var answer = todo.of(viewer);
        return new Page(answer.today(), answer.week(), answer.lastWeek(),
                expectations.present(viewer, answer.items()),
                answer.nodes().stream().map(node -> anchors.node(viewer, node)).toList());
    }
}
