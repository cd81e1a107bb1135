"""The game's web addresses."""

from django.urls import path, re_path, register_converter

from game.web.converters import KeyConverter
from game.web.facilitator.audit import audit_page
from game.web.facilitator.cards import cards
from game.web.facilitator.control import control
from game.web.facilitator.editor import world
from game.web.facilitator.groups import groups
from game.web.facilitator.kit import host, kit, role_cards, signs
from game.web.facilitator.paper import paper
from game.web.facilitator.run_sheet import run_sheet
from game.web.facilitator.saved import own_note, saved_settings
from game.web.facilitator.wiping import wipe, wiped
from game.web.facilitator.workshops import new
from game.web.facilitator.worlds import as_file, shelf
from game.web.facilitator.worlds import delete as delete_world
from game.web.health import healthz, readyz
from game.web.help import help_page
from game.web.language import language
from game.web.player.alone import try_alone
from game.web.player.home import home
from game.web.player.join import asked_now, join
from game.web.player.page import play, play_words
from game.web.player.pair import enter, pair
from game.web.privacy import privacy
from game.web.projector.page import link as projector_link
from game.web.projector.page import projector, projector_words, words_by_key
from game.web.qr import pair_qr, qr
from game.web.styleguide.own import phone as own_phone
from game.web.styleguide.own import projector as own_projector
from game.web.styleguide.page import styleguide
from game.web.styleguide.screens import panel as panel_staged
from game.web.styleguide.screens import phone as phone_staged
from game.web.styleguide.screens import projector as projector_staged
from game.web.takeaway.export import export
from game.web.takeaway.take_home import take_home, take_home_qr

register_converter(KeyConverter, "key")

urlpatterns = [
    path("", home, name="home"),
    path("alone/", try_alone, name="alone"),
    path("j/<str:code>/", join, name="join"),
    path("j/<str:code>/asked/", asked_now, name="asked_now"),
    path("j/<str:code>/<key:table>/", join, name="join"),
    path("play/<key:workshop>/", play, name="play"),
    path("play/<key:workshop>/words/", play_words, name="play_words"),
    path("pair/", enter, name="enter_pairing"),
    path("pair/<str:code>/", pair, name="pair"),
    path("new/", new, name="new"),
    path("new/groups/", groups, name="groups"),
    path("new/saved/<key:row>/", saved_settings, name="saved_settings"),
    path("control/<key:workshop>/notes/", own_note, name="own_note"),
    path("worlds/", shelf, name="worlds"),
    path("worlds/<key:world>/", world, name="world"),
    path("worlds/<key:world>/phone/", own_phone, name="world_phone"),
    path("worlds/<key:world>/projector/", own_projector, name="world_projector"),
    path("worlds/<key:world>/file/", as_file, name="world_file"),
    path("worlds/<key:world>/delete/", delete_world, name="delete_world"),
    path("control/<key:workshop>/", control, name="control"),
    path("control/<key:workshop>/cards/", cards, name="cards"),
    path("control/<key:workshop>/print/", kit, name="kit"),
    path("control/<key:workshop>/print/run/", run_sheet, name="kit_run"),
    path("control/<key:workshop>/print/signs/", signs, name="kit_signs"),
    path("control/<key:workshop>/print/roles/", role_cards, name="kit_roles"),
    path("control/<key:workshop>/print/host/", host, name="kit_host"),
    path("control/<key:workshop>/paper/<key:table>/", paper, name="paper"),
    path("control/<key:workshop>/export/", export, name="export"),
    path("control/<key:workshop>/wipe/", wipe, name="wipe"),
    path("wiped/", wiped, name="wiped"),
    path("audit/<key:workshop>/", audit_page, name="audit"),
    path("projector/<key:workshop>/", projector, name="projector"),
    path("projector/<key:workshop>/words/", projector_words, name="projector_words"),
    path("projector/<str:key>/", projector_link, name="projector_link"),
    path("projector/<str:key>/words/", words_by_key),
    re_path(r"^qr/(?P<code>\d{6})\.svg$", qr, name="qr"),
    re_path(r"^qr/pair/(?P<code>[0-9A-Z]{8})\.svg$", pair_qr, name="pair_qr"),
    path("take-home/<str:key>/", take_home, name="take_home"),
    path("qr/take-home/<str:key>.svg", take_home_qr, name="take_home_qr"),
    path("language/", language, name="language"),
    path("help/", help_page, name="help"),
    path("privacy/", privacy, name="privacy"),
    path("styleguide/", styleguide, name="styleguide"),
    path("styleguide/phone/", phone_staged),
    path("styleguide/projector/", projector_staged),
    path("styleguide/panel/", panel_staged),
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
]
