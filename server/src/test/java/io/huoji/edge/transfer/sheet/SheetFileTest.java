package io.huoji.edge.transfer.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.table.field.SheetKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as programs really write them, and as nobody should. */
class SheetFileTest {

    @TempDir Path folder;

    private Path file(byte[] content) {
        try {
            return Files.write(folder.resolve("file"), content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<List<String>> rows(byte[] content) {
        Path file = file(content);
        List<List<String>> rows = new ArrayList<>();
        SheetFile.of(file).read(file, 0, (number, cells) -> rows.add(cells));
        return rows;
    }

    private List<List<String>> csv(String text) {
        return rows(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsACsvInEveryUsualDialect() {
        List<List<String>> expected = List.of(List.of("姓名", "备注"), List.of("王芳", "a,b"), List.of("李雷", "两\n行"));
        String comma = "姓名,备注\n王芳,\"a,b\"\n李雷,\"两\n行\"\n";
        assertThat(csv(comma)).isEqualTo(expected);
        assertThat(csv("\uFEFF" + comma.replace("\n李", "\r\n李"))).isEqualTo(expected);
        assertThat(csv("姓名;备注\n王芳;a,b\n李雷;\"两\n行\"")).isEqualTo(expected);
        assertThat(csv("姓名\t备注\n王芳\ta,b\n李雷\t\"两\n行\"")).isEqualTo(expected);
        assertThat(rows(comma.getBytes(Charset.forName("GBK")))).isEqualTo(expected);
        assertThat(rows(("\uFEFF" + comma.replace(',', '\t').replace("a\tb", "a,b"))
                .getBytes(StandardCharsets.UTF_16LE))).isEqualTo(expected);
        assertThat(csv("sep=;\n姓名;备注\n王芳;a,b\n李雷;\"两\n行\"")).isEqualTo(expected);
    }

    @Test
    void takesOffBlankEndsAndKeepsBlankMiddles() {
        assertThat(csv("a,b,c,,\n,x,,\n\n1,2,3\n")).containsExactly(List.of("a", "b", "c"), List.of("", "x"), List.of(),
                List.of("1", "2", "3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86 138", "-", "@sum", "\t=x", "'=1", "''=1", "'quoted'", "plain", "=", "－1", "",
        "a,b", "\"", "x\ny"})
    void aFormulaIsOnlyEverTextAndTextStaysTheSame(String text) throws IOException {
        for (SheetFormat format : SheetFormat.values()) {
            byte[] written = written(format, List.of(SheetHead.text("h"), SheetHead.text("i")),
                    List.of(List.of(text, "x")));
            assertThat(rows(written).get(1)).containsExactly(text, "x");
            if (format == SheetFormat.CSV)
                assertThat(new String(written, StandardCharsets.UTF_8)).doesNotContain("\r\n=")
                        .doesNotContain("\r\n\"=")
                        .doesNotContain("\r\n+").doesNotContain("\r\n@").doesNotContain("\r\n-");
        }
    }

    private static byte[] written(SheetFormat format, List<SheetHead> heads, List<List<String>> rows)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SheetWriter writer = SheetWriter.of(format, out, "表", heads)) {
            for (List<String> row : rows)
                writer.row(row);
        }
        return out.toByteArray();
    }

    @Test
    void keepsNumbersDaysAndTimesAsSuch() throws IOException {
        List<SheetHead> heads = List.of(new SheetHead("n", SheetKind.NUMBER, "", List.of()),
                new SheetHead("p", SheetKind.PERCENT, "", List.of()), new SheetHead("d", SheetKind.DATE, "", List.of()),
                new SheetHead("t", SheetKind.DATE_TIME, "", List.of()));
        List<String> values = List.of("-12.50", "12.5%", "2026-11-23", "2026-11-23 15:30:00");
        assertThat(rows(written(SheetFormat.CSV, heads, List.of(values))).get(1)).isEqualTo(values);
        assertThat(rows(written(SheetFormat.XLSX, heads, List.of(values))).get(1)).containsExactly("-12.5", "0.125",
                "2026-11-23", "2026-11-23 15:30:00");
        List<String> odd = List.of("12345678901234567890", "0%", "1899-12-31", "2026-11-01 01:30:00.123");
        assertThat(rows(written(SheetFormat.XLSX, heads, List.of(odd))).get(1)).containsExactly(
                "12345678901234567890", "0", "1899-12-31", "2026-11-01 01:30:00.123");
    }

    @Test
    void knowsADateByTheFormatOfItsCell() {
        assertThat(XlsxCell.isDate(14, null)).isTrue();
        assertThat(XlsxCell.isDate(170, "yyyy\"年\"m\"月\"d\"日\"")).isTrue();
        assertThat(XlsxCell.isDate(171, "[$-804]yyyy/m/d;@")).isTrue();
        assertThat(XlsxCell.isDate(0, "General")).isFalse();
        assertThat(XlsxCell.isDate(172, "#,##0.00\"元/day\"")).isFalse();
        assertThat(XlsxCell.isDate(173, "[Red]0.00E+00")).isFalse();
    }

    @Test
    void refusesWhatWouldBurst() throws IOException {
        assertThatThrownBy(() -> SheetFile.of(file(zip("xl/worksheets/sheet1.xml", 30 << 20, (byte) 'a'))))
                .isInstanceOf(Misuse.BadFile.class)
                .hasMessageContaining("sheet-bomb");
        assertThatThrownBy(() -> csv("x".repeat(100_001))).hasMessageContaining("sheet-cell-too-long");
        assertThatThrownBy(() -> csv("x,".repeat(501) + "x")).hasMessageContaining("sheet-too-many-columns");
    }

    private static byte[] zip(String name, int size, byte filled) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            byte[] block = new byte[1 << 20];
            java.util.Arrays.fill(block, filled);
            for (int written = 0; written < size; written += block.length)
                zip.write(block);
        }
        return out.toByteArray();
    }

    @Test
    void refusesWhatIsNoSpreadsheet() throws IOException {
        assertThatThrownBy(() -> SheetFile.of(file(zip("a.txt", 10, (byte) 'a')))).hasMessageContaining(
                "sheet-unreadable");
        assertThatThrownBy(() -> SheetFile.of(file(new byte[]{'P', 'K', 3, 4, 1, 2}))).hasMessageContaining(
                "sheet-unreadable");
        assertThatThrownBy(() -> SheetFile.of(file(new byte[]{(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0})))
                .hasMessageContaining("sheet-old-workbook");
        assertThatThrownBy(() -> SheetFile.of(file(new byte[]{0, 1, 2, 3, 4}))).hasMessageContaining(
                "sheet-unreadable");
    }

    @Test
    void expandsNoEntitiesAndOpensNoOtherFiles() throws IOException {
        byte[] book = written(SheetFormat.XLSX, List.of(SheetHead.text("h")), List.of(List.of("x")));
        byte[] evil = replaced(book, "xl/worksheets/sheet1.xml", """
                <?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
                <!ENTITY f SYSTEM "file:///etc/hostname">]>
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
                <row r="1"><c r="A1" t="inlineStr"><is><t>&b;&f;</t></is></c></row></sheetData></worksheet>""");
        assertThatThrownBy(() -> rows(evil)).hasMessageContaining("sheet-unreadable");
    }

    private byte[] replaced(byte[] book, String name, String content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var in = new java.util.zip.ZipFile(file(book).toFile()); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry : java.util.Collections.list(in.entries())) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(entry.getName().equals(name)
                        ? content.getBytes(StandardCharsets.UTF_8)
                        : in.getInputStream(entry).readAllBytes());
            }
        }
        return out.toByteArray();
    }
}
