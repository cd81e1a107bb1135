"""A workshop: one evening with one group, with one or more games."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from game.models.keys import link_key, new_nonce


class Workshop(models.Model):
    """What a facilitator starts; players join it by its six-digit code.

    `alone` says that one person tries the game with bots, and is their own facilitator (see game.actions.alone).
    `locked` keeps new people out, not those who were in. `control_hash` is of the key in the control link, `form_hash` of the
    one-time form that started it. The keys in the links to the projector and the take-home page follow from the nonces; the
    hashes are of such links from before that. `started_by` is the device that started it. `owner` and `facilitators` are
    accounts, where there are any. Names are wiped a day after `ended_at` (see game.actions.privacy);
    `keeps_means` says that means per round outlive its wipe (see KeptMeans).
    `touched_at` is when a facilitator came back to one that was over because nobody did anything.
    """

    code = models.CharField(max_length=6)
    title = models.CharField(max_length=300)
    language = models.CharField(max_length=2, default="nl")
    projector_nonce = models.CharField(max_length=22, default=new_nonce)
    take_home_nonce = models.CharField(max_length=22, default=new_nonce)
    old_projector_hash = models.CharField(max_length=64, unique=True, null=True, blank=True)
    old_take_home_hash = models.CharField(max_length=64, unique=True, null=True, blank=True)
    control_hash = models.CharField(max_length=64, blank=True, default="")
    form_hash = models.CharField(max_length=64, unique=True, null=True, blank=True)
    alone = models.BooleanField(default=False, db_default=False)
    locked = models.BooleanField(default=False)
    started_by = models.ForeignKey(
        "game.Device", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="owned_workshops",
    )
    facilitators = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="shared_workshops"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    touched_at = models.DateTimeField(null=True, blank=True)
    names_wiped_at = models.DateTimeField(null=True, blank=True)
    keeps_means = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["code"], condition=Q(ended_at__isnull=True), name="code_unique_while_live"
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def projector_key(self) -> str:
        """The key in the link that makes a browser this workshop's projector."""
        return link_key("projector", self.pk, self.projector_nonce)

    @property
    def take_home_key(self) -> str:
        """The key in the address of this workshop's take-home page."""
        return link_key("take_home", self.pk, self.take_home_nonce)
