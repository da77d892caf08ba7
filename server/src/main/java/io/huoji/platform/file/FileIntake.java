package io.huoji.platform.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Looks at a received file and makes it ready to keep: its kind by content, a photo without its place and with a small picture. */
final class FileIntake {

    private static final int LONGEST_NAME = 200;

    private FileIntake() {}

    /** What is known of a file that may be kept. */
    record Checked(MediaType type, MediaType.Kind kind, String name, @Nullable PhotoSize photo,
            @Nullable Picture thumbnail,
            long size, String sha256) {}

    /** The bytes of a small picture. */
    static final class Picture {

        private final byte[] bytes;

        private Picture(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    static Checked check(Path file, String name, @Nullable String declaredKind) throws IOException {
        MediaType type = ContentSniffer.typeOf(file, name);
        if (type == null)
            throw BadContent.type();
        long size = java.nio.file.Files.size(file);
        if (size > type.limit())
            throw BadContent.tooLarge(type.limit());
        MediaType.Kind kind = kind(type, declaredKind);
        if (type.kind() != MediaType.Kind.PHOTO)
            return new Checked(type, kind, named(name, type), null, null, size, sha256(file));
        byte[] original = java.nio.file.Files.readAllBytes(file);
        PhotoSize photo = photo(type, original);
        byte @Nullable [] small = Thumbnail.of(type, original);
        byte[] kept = PhotoPrivacy.withoutPlace(type, original);
        if (!Arrays.equals(kept, original))
            java.nio.file.Files.write(file, kept);
        return new Checked(type, kind, named(name, type), photo, small == null ? null : new Picture(small), kept.length,
                sha256(file));
    }

    private static PhotoSize photo(MediaType type, byte[] file) {
        PhotoSize size = PhotoSize.of(type, file);
        if (size == null)
            throw BadContent.damaged();
        if (size.pixels() > PhotoSize.MOST_PIXELS)
            throw BadContent.tooManyPixels(size.pixels());
        return size;
    }

    /** A photo may stand for a document (a photographed page); nothing else stands for another kind. */
    private static MediaType.Kind kind(MediaType type, @Nullable String declared) {
        if (declared == null || declared.isEmpty() || declared.equals(type.kind().key()))
            return type.kind();
        if (declared.equals(MediaType.Kind.DOCUMENT.key()) && type.kind() == MediaType.Kind.PHOTO)
            return MediaType.Kind.DOCUMENT;
        throw BadContent.kind(declared, type.kind().key());
    }

    /** The last part of the given path, printable, and ending in what the file is. */
    static String named(String given, MediaType type) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "").strip();
        String lower = clean.toLowerCase(Locale.ROOT);
        boolean isRight = lower.endsWith("." + type.extension()) || (type == MediaType.JPEG && lower.endsWith(".jpeg"));
        String name = clean.isEmpty() || clean.startsWith(".") ? type.kind().key() + clean : clean;
        int room = LONGEST_NAME - type.extension().length() - 1;
        if (isRight && name.length() <= LONGEST_NAME)
            return name;
        return name.substring(0, Math.min(room, name.length())) + "." + type.extension();
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = java.nio.file.Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
