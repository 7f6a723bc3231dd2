package cn.shouwang.monitoring.helper.photos;

import cn.shouwang.monitoring.helper.VisitId;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.photo.LookRequest;
import cn.shouwang.monitoring.photo.PhotoId;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/households/{household}/visits/{visit}/photos")
class VisitPhotosController {

    private final VisitPhotos photos;

    VisitPhotosController(VisitPhotos photos) {
        this.photos = photos;
    }

    @GetMapping
    VisitPhotos.Answer photos(@PathVariable HouseholdId household, @PathVariable VisitId visit) {
        return photos.of(household, visit);
    }

    @PostMapping("/{picture}/looks")
    ResponseEntity<byte[]> look(
            @PathVariable HouseholdId household,
            @PathVariable VisitId visit,
            @PathVariable PhotoId picture,
            @Valid @RequestBody LookRequest why) {
        return LookRequest.answer(photos.look(household, visit, picture, why));
    }
}
