package io.huoji.performance.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class ScheduleTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Example
    void knowsNoNegativeEmptyOrEndlessSpan() {
        for (var text : List.of("", "P", "PT", "P-1D", "-P1D", "P1DT-1H", "90 days", "P99999D", "PT99999999999999H")) {
            assertThat(Span.parse(text)).as(text).isEmpty();
        }
    }

    @Example
    void saysASpanAsItWasSaid() {
        for (var text : List.of("P90D", "PT24H", "P1DT2H", "PT0S", "P2W", "P1M")) {
            assertThat(span(span(text).toString())).as(text).isEqualTo(span(text));
        }
        assertThat(span("P90D")).hasToString("P90D");
        assertThat(span("P1DT2H")).hasToString("P1DT2H");
    }

    @Example
    void keepsTheLocalTimeOverCalendarDaysAndCountsHoursAsHours() {
        var nineOnTheDayBefore = Instant.parse("2026-10-24T07:00:00Z");
        assertThat(span("P1D").after(nineOnTheDayBefore, BERLIN)).isEqualTo("2026-10-25T08:00:00Z");
        assertThat(span("PT24H").after(nineOnTheDayBefore, BERLIN)).isEqualTo("2026-10-25T07:00:00Z");
        assertThat(span("P1D").before(Instant.parse("2026-10-25T08:00:00Z"), BERLIN)).isEqualTo(nineOnTheDayBefore);
    }

    @Example
    void isDueNinetyDaysAfterTheEventAtTheSameTime() {
        var window = Window.ofEvent(Instant.parse("2017-01-02T01:00:00Z"), span("P90D"), version("PT0S", null),
                SHANGHAI);
        assertThat(window.due()).isEqualTo("2017-04-02T01:00:00Z");
        assertThat(window.graceUntil()).isEqualTo(window.due());
        assertThat(window.closes()).isNull();
        assertThat(window.countsOn()).isEqualTo("2017-04-02");
        assertThat(window.dueSoon()).isEqualTo("2017-04-01T01:00:00Z");
    }

    @Example
    void givesAWeekFromMondayToMondayAndAnotherToDoItLate() {
        var window = Window.ofPeriod(Per.WEEK, LocalDate.parse("2026-11-16"), version("PT2H", "PT36H"), SHANGHAI);
        assertThat(window.opens()).isEqualTo("2026-11-15T16:00:00Z");
        assertThat(window.due()).isEqualTo("2026-11-22T16:00:00Z");
        assertThat(window.graceUntil()).isEqualTo("2026-11-22T18:00:00Z");
        assertThat(window.closes()).isEqualTo("2026-11-29T16:00:00Z");
        assertThat(window.dueSoon()).isEqualTo("2026-11-21T04:00:00Z");
        assertThat(window.countsOn()).isEqualTo("2026-11-22");
    }

    @Example
    void livesWithDaysOf23And25Hours() {
        var spring = Window.ofPeriod(Per.DAY, LocalDate.parse("2026-03-29"), version("PT0S", null), BERLIN);
        assertThat(Duration.between(spring.opens(), spring.due())).isEqualTo(Duration.ofHours(23));
        var autumn = Window.ofPeriod(Per.DAY, LocalDate.parse("2026-10-25"), version("PT0S", null), BERLIN);
        assertThat(Duration.between(autumn.opens(), autumn.due())).isEqualTo(Duration.ofHours(25));
        assertThat(Duration.between(autumn.dueSoon(), autumn.due())).isEqualTo(Duration.ofMinutes(375));
    }

    @Example
    void isNeverDueSoonBeforeItOpens() {
        var window = Window.ofEvent(Instant.EPOCH, span("PT1H"), version("PT0S", "P3D"), SHANGHAI);
        assertThat(window.dueSoon()).isEqualTo(Instant.EPOCH);
    }

    @Example
    void findsEveryPeriodOfThreeDaysOfDowntime() {
        var schedule = new CadenceSchedule(Per.DAY, SHANGHAI);
        var begun = schedule.begun(LocalDate.parse("2026-11-20"), Instant.parse("2026-11-22T16:00:00Z"), 100);
        assertThat(begun).containsExactly(day("2026-11-20"), day("2026-11-21"), day("2026-11-22"), day("2026-11-23"));
        assertThat(schedule.begun(day("2026-11-24"), Instant.parse("2026-11-23T15:59:59Z"), 100)).isEmpty();
    }

    @Example
    void startsANodeWithTheNextPeriod() {
        var weekly = new CadenceSchedule(Per.WEEK, SHANGHAI);
        assertThat(weekly.firstAfter(Instant.parse("2026-11-23T01:00:00Z"))).isEqualTo("2026-11-30");
        assertThat(weekly.firstFrom(day("2026-11-23"))).isEqualTo("2026-11-23");
        assertThat(weekly.firstFrom(day("2026-11-24"))).isEqualTo("2026-11-30");
    }

    @Property(tries = 300)
    void coversTimeWithoutGapOrOverlap(@ForAll Per per, @ForAll @IntRange(max = 4000) int offset) {
        for (var zone : List.of(SHANGHAI, BERLIN, ZoneId.of("America/Sao_Paulo"), ZoneId.of("Asia/Beirut"))) {
            var start = per.startOf(LocalDate.of(2016, 1, 1).plusDays(offset));
            var window = Window.ofPeriod(per, start, version("PT0S", null), zone);
            var next = Window.ofPeriod(per, per.next(start), version("PT0S", null), zone);
            assertThat(window.due()).isEqualTo(next.opens()).isAfter(window.opens());
            assertThat(window.closes()).isEqualTo(next.due());
            assertThat(window.countsOn()).isEqualTo(per.next(start).minusDays(1));
            assertThat(per.startOf(window.countsOn())).isEqualTo(start);
        }
    }

    @Example
    void allowsLateFilingForAQuarterOfTheSpanButNoMoreThanADay() {
        assertThat(new Trigger.Cadence(1, Per.DAY).allowance()).isEqualTo(Duration.ofHours(6));
        assertThat(new Trigger.Cadence(1, Per.WEEK).allowance()).isEqualTo(Duration.ofHours(24));
        assertThat(new Trigger.OnEvent("visit.done", span("PT24H")).allowance()).isEqualTo(Duration.ofHours(6));
        assertThat(new Trigger.OnEvent("opportunity.engaged", span("P90D")).allowance())
                .isEqualTo(Duration.ofHours(24));
        assertThat(new Trigger.ByHand().allowance()).isEqualTo(Duration.ofHours(24));
    }

    @Example
    void tellsEveryStateOfAnExpectation() {
        var window = Window.ofEvent(Instant.EPOCH, span("PT40H"), version("PT1H", null), SHANGHAI);
        assertThat(state(window, null, hour(29))).isEqualTo(ExpectationState.OPEN);
        assertThat(state(window, null, hour(30))).isEqualTo(ExpectationState.DUE_SOON);
        assertThat(state(window, null, hour(40))).isEqualTo(ExpectationState.MISSED);
        assertThat(state(window, hour(41), hour(50))).isEqualTo(ExpectationState.DONE);
        assertThat(state(window, hour(42), hour(50))).isEqualTo(ExpectationState.DONE_LATE);
        assertThat(ExpectationState.of(window, null, true, null, hour(50))).isEqualTo(ExpectationState.EXEMPT);
        assertThat(ExpectationState.of(window, null, false, hour(1), hour(50))).isEqualTo(ExpectationState.CANCELLED);
        assertThat(ExpectationState.of(window, null, false, hour(41), hour(50))).isEqualTo(ExpectationState.MISSED);
    }

    private static ExpectationState state(Window window, @Nullable Instant closed, Instant now) {
        return ExpectationState.of(window, closed, false, null, now);
    }

    static NodeVersion version(String grace, @Nullable String dueSoon) {
        return new NodeVersion(1, "商机闭环", "", new Assignee.EventActor(), new Trigger.ByHand(), span(grace),
                dueSoon == null ? null : span(dueSoon), List.of(), BigDecimal.ONE, null, null, Instant.EPOCH);
    }

    private static Span span(String text) {
        return Span.parse(text).orElseThrow();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Instant hour(int hour) {
        return Instant.EPOCH.plus(Duration.ofHours(hour));
    }
}
