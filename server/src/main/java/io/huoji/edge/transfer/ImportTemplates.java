package io.huoji.edge.transfer;

import io.huoji.edge.api.Messages;
import io.huoji.edge.transfer.sheet.SheetFormat;
import io.huoji.edge.transfer.sheet.SheetHead;
import io.huoji.edge.transfer.sheet.SheetWriter;
import io.huoji.edge.transfer.sheet.XlsxTemplate;
import io.huoji.platform.access.Viewer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Empty files to fill in: the heads that an import knows, with what belongs below each. */
@Component
class ImportTemplates {

    private static final int CHOICES = 1_000;
    private static final int SAID = 12;

    private final Targets targets;
    private final Messages messages;

    ImportTemplates(Targets targets, Messages messages) {
        this.targets = targets;
        this.messages = messages;
    }

    String name(Viewer viewer, Subject subject, SheetFormat format, Locale locale) {
        return "%s %s.%s".formatted(targets.of(subject).name(viewer, locale),
                messages.of("transfer.template.name", locale), format.extension());
    }

    ByteArrayOutputStream of(Viewer viewer, Subject subject, SheetFormat format, Locale locale) {
        Target target = targets.of(subject);
        List<TargetColumn> columns = target.columns(viewer, locale).stream().filter(TargetColumn::proper).toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (format == SheetFormat.CSV)
                SheetWriter.of(format, out, "", columns.stream().map(TargetColumn::head).toList()).close();
            else
                XlsxTemplate.write(out, words(target.name(viewer, locale), locale),
                        columns.stream().map(column -> head(column, locale)).toList(),
                        columns.stream().map(column -> explained(column, locale)).toList());
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private XlsxTemplate.Words words(String name, Locale locale) {
        return new XlsxTemplate.Words(name, messages.of("transfer.template.explanation", locale),
                messages.of("transfer.template.choices", locale),
                Stream.of("column", "required", "content", "example")
                        .map(word -> messages.of("transfer.template.head." + word, locale))
                        .toList());
    }

    private SheetHead head(TargetColumn column, Locale locale) {
        List<String> choices = column.choices().size() > CHOICES ? List.of() : column.choices();
        String hint = String.join("\n",
                explained(column, locale).stream().skip(1).filter(it -> !it.isBlank()).toList());
        return new SheetHead(column.name(), column.kind(), hint, choices);
    }

    private List<String> explained(TargetColumn column, Locale locale) {
        String content = column.help().isEmpty() ? said("content", column, locale) : column.help();
        String example = column.choices().isEmpty()
                ? said("example", column, locale)
                : String.join("、", column.choices().stream().limit(SAID).toList());
        return List.of(column.name(), column.required() ? messages.of("transfer.template.required", locale) : "",
                content, example);
    }

    /** By the type; nothing where no words were written for it. */
    private String said(String what, TargetColumn column, Locale locale) {
        String key = "transfer.template.%s.%s".formatted(what, column.type());
        String text = messages.of(key, locale);
        return text.equals(key) ? "" : text;
    }
}
