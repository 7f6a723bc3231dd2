package cn.shouwang.gateway.page;

import cn.shouwang.gateway.GatewaySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Every file of the pages by its address, read once at the start. An address is looked up and never
/// made into a path, so that there is nothing to climb out of.
@Component
final class PageFiles {

    private static final Logger log = LoggerFactory.getLogger(PageFiles.class);

    private final Map<String, PageFile> files;

    PageFiles(GatewaySettings settings, ResourcePatternResolver resources) {
        String location = settings.pages().replaceAll("/+$", "") + "/";
        try {
            files = read(location, resources);
        } catch (IOException e) {
            throw new UncheckedIOException("shouwang.gateway.pages cannot be read", e);
        }
        if (files.isEmpty()) {
            log.warn("there are no web pages at {}", location);
        }
    }

    /// @param address as `/console/index.html`
    @Nullable
    PageFile at(String address) {
        return files.get(address);
    }

    private static Map<String, PageFile> read(String location, ResourcePatternResolver resources) throws IOException {
        Map<String, PageFile> found = new TreeMap<>();
        Resource root = resources.getResource(location);
        if (!root.exists()) {
            return found;
        }
        int prefix = root.getURL().getPath().length();
        for (Resource file : resources.getResources(location + "**")) {
            if (file.isReadable()) {
                String address = "/" + file.getURL().getPath().substring(prefix);
                found.put(address, PageFile.of(address, file.getContentAsByteArray()));
            }
        }
        return found;
    }
}
