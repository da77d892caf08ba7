package io.huoji.edge.transfer;

import io.huoji.edge.transfer.sheet.SheetFormat;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers that are files to keep. */
final class Downloads {

    private Downloads() {}

    static SheetFormat format(String word) {
        return SheetFormat.byWord(word)
                .orElseThrow(() -> new Misuse.Malformed(Problem.at("format", "unknown-value", Map.of("value", word))));
    }

    static ResponseEntity<Resource> of(String name, SheetFormat format, ByteArrayOutputStream content) {
        return answer(name, format, new ByteArrayResource(content.toByteArray()));
    }

    static ResponseEntity<Resource> of(String name, SheetFormat format, Path file) {
        return answer(name, format, new FileSystemResource(file));
    }

    private static ResponseEntity<Resource> answer(String name, SheetFormat format, Resource content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(content);
    }
}
