package io.huoji.performance.action;

import java.time.Duration;

/** What makes an expectation of a node. */
sealed interface Trigger {

    /** So many times in every day, week or month. */
    record Cadence(int times, Per per) implements Trigger {}

    /** By this long after a business event of a type. */
    record OnEvent(String type, Span dueAfter) implements Trigger {}

    /** Nothing but a person who asks for it. */
    record ByHand() implements Trigger {}

    /** How much later than it happened an action may be filed and still count from when it happened. */
    default Duration allowance() {
        return switch (this) {
            case Cadence cadence -> Window.quarter(cadence.per().roughly());
            case OnEvent event -> Window.quarter(event.dueAfter().roughly());
            case ByHand _ -> Window.quarter(Duration.ofDays(30));
        };
    }
}
