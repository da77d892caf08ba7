package io.huoji.platform.file;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as people and attackers send them. */
final class SampleFiles {

    private SampleFiles() {}

    /** A picture whose left half is red and right half blue. */
    static byte[] picture(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width, height);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A JPEG from a phone: to be turned by 90°, taken at 39°54' N, with the same place once more in XMP. */
    static byte[] phonePhoto(int width, int height) {
        byte[] plain = picture("jpg", width, height);
        byte[] exif = exifWithPlace();
        byte[] xmp = ("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><rdf:Description exif:GPSLatitude=\"39,54.5N\" "
                + "exif:Model=\"Phone\"/></x:xmpmeta>").getBytes(StandardCharsets.ISO_8859_1);
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        segment(out, 0xe1, exif);
        segment(out, 0xe1, xmp);
        out.write(plain, 2, plain.length - 2);
        return out.toByteArray();
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
        out.write(0xff);
        out.write(marker);
        out.write((content.length + 2) >> 8);
        out.write((content.length + 2) & 0xff);
        out.writeBytes(content);
    }

    private static byte[] exifWithPlace() {
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 24 + 4 + 2 + 24 + 4 + 24);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        exif.putShort((short) 2);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) 6).putShort((short) 0);
        exif.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(38);
        exif.putInt(0);
        exif.putShort((short) 2);
        exif.putShort((short) 1).putShort((short) 2).putInt(2).put(new byte[]{'N', 0, 0, 0});
        exif.putShort((short) 2).putShort((short) 5).putInt(3).putInt(68);
        exif.putInt(0);
        exif.putInt(39).putInt(1).putInt(54).putInt(1).putInt(777777).putInt(1000);
        return exif.array();
    }

    /** A PNG of a few bytes that claims to be as large as asked. */
    static byte[] pngThatClaims(int width, int height) {
        byte[] png = picture("png", 2, 2);
        ByteBuffer bytes = ByteBuffer.wrap(png);
        bytes.putInt(16, width).putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        bytes.putInt(29, (int) sum.getValue());
        return png;
    }

    static byte[] docx(int megabytesOfNothing) {
        return zip(Map.of("[Content_Types].xml", 0, "word/document.xml", megabytesOfNothing));
    }

    static byte[] zip(Map<String, Integer> megabytes) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : megabytes.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write("<xml/>".getBytes(StandardCharsets.UTF_8));
                for (int i = 0; i < entry.getValue(); i++)
                    zip.write(new byte[1 << 20]);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] wav() {
        return ByteBuffer.allocate(44 + 8000).put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(0)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).array();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }
}
