package io.huoji.platform.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huoji.platform.access.Permission;
import io.huoji.platform.access.SignedIn;
import io.huoji.platform.access.Viewer;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/files")
class FileController {

    private final Files files;

    FileController(Files files) {
        this.files = files;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(UUID id, String name, String kind, String mediaType, long size, @Nullable Integer width,
            @Nullable Integer height, boolean thumbnail) {

        static Answer of(StoredFile file) {
            return new Answer(file.id(), file.name(), file.kind(), file.mediaType(), file.size(), file.width(),
                    file.height(), file.thumbnail());
        }
    }

    @SignedIn
    @PostMapping
    ResponseEntity<Answer> send(Viewer viewer,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String kind,
            @RequestHeader(name = "Content-Type", required = false) @Nullable String type) throws IOException {
        if (!viewer.may(Permission.RECORDS_UPDATE))
            viewer.needs(Permission.RECORDS_CREATE);
        if (type == null || !type.startsWith("multipart/"))
            throw new Misuse.BadFile(false, Problem.at("", "not-multipart", Map.of("type", String.valueOf(type))));
        if (file == null)
            throw new Misuse.Malformed(Problem.at("file", "required"));
        try (InputStream content = file.getInputStream()) {
            String name = file.getOriginalFilename();
            StoredFile stored = files.store(viewer, content, name == null ? "" : name, kind);
            return ResponseEntity.created(URI.create("/api/v1/files/" + stored.id())).body(Answer.of(stored));
        }
    }

    /** Part of a recording is answered when asked for by Range. */
    @SignedIn
    @GetMapping("/{id}")
    ResponseEntity<Resource> read(Viewer viewer, @PathVariable UUID id) {
        StoredFile file = files.byId(viewer, id);
        return answer(file, files.content(viewer, file), file.mediaType(), "");
    }

    @SignedIn
    @GetMapping("/{id}/thumbnail")
    ResponseEntity<Resource> readThumbnail(Viewer viewer, @PathVariable UUID id) {
        StoredFile file = files.byId(viewer, id);
        return answer(file, files.thumbnail(viewer, file), "image/jpeg", "-s");
    }

    /** Photos and recordings may show inside a page; documents are always downloaded. */
    private static ResponseEntity<Resource> answer(StoredFile file, Path content, String mediaType, String mark) {
        boolean isShown = mediaType.startsWith("image/") || mediaType.startsWith("audio/")
                || mediaType.startsWith("video/");
        var disposition = (isShown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(file.name(), StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.build().toString())
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(file.sha256().substring(0, 32) + mark)
                .body(new FileSystemResource(content));
    }
}
