package io.huoji.platform.file;

/** A kind of content that is taken. SVG and HTML are not among them: a browser would run them. */
enum MediaType {
    JPEG("image/jpeg", "jpg", Kind.PHOTO), PNG("image/png", "png", Kind.PHOTO), WEBP("image/webp", "webp",
            Kind.PHOTO), GIF("image/gif", "gif", Kind.PHOTO), HEIC("image/heic", "heic", Kind.PHOTO), MP3("audio/mpeg",
                    "mp3", Kind.RECORDING), M4A("audio/mp4", "m4a", Kind.RECORDING), AAC("audio/aac", "aac",
                            Kind.RECORDING), WEBM("audio/webm", "webm", Kind.RECORDING), OGG("audio/ogg", "ogg",
                                    Kind.RECORDING), WAV("audio/wav", "wav", Kind.RECORDING), AMR("audio/amr", "amr",
                                            Kind.RECORDING), MP4("video/mp4", "mp4", Kind.RECORDING), WEBM_VIDEO(
                                                    "video/webm", "webm",
                                                    Kind.RECORDING), PDF("application/pdf", "pdf", Kind.DOCUMENT), DOCX(
                                                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                                                            "docx", Kind.DOCUMENT), XLSX(
                                                                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                                                    "xlsx", Kind.DOCUMENT), PPTX(
                                                                            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                                                                            "pptx", Kind.DOCUMENT), TEXT("text/plain",
                                                                                    "txt",
                                                                                    Kind.DOCUMENT), CSV("text/csv",
                                                                                            "csv", Kind.DOCUMENT);

    /** What a file is to the product. */
    enum Kind {
        PHOTO, RECORDING, DOCUMENT;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final String type;
    private final String extension;
    private final Kind kind;

    MediaType(String type, String extension, Kind kind) {
        this.type = type;
        this.extension = extension;
        this.kind = kind;
    }

    String type() {
        return type;
    }

    String extension() {
        return extension;
    }

    Kind kind() {
        return kind;
    }

    long limit() {
        return kind == Kind.PHOTO ? 20L << 20 : 50L << 20;
    }
}
